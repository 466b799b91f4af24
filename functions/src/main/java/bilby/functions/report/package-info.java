/** Reports over all members, and the counting that keeps their figures up. */
@NullMarked
package bilby.functions.report;

import org.jspecify.annotations.NullMarked;
