/** Reports: figures that sum over all members, each movement of each ledger counted once. */
@NullMarked
package bilby.report;

import org.jspecify.annotations.NullMarked;
