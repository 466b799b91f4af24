/** Recording what has expired: the ledger's account of breakage. */
@NullMarked
package bilby.functions.expiry;

import org.jspecify.annotations.NullMarked;
