/** What the documents say is true. */
@NullMarked
package bilby.docs;

import org.jspecify.annotations.NullMarked;
