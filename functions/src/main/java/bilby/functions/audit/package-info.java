/** The proof of the ledger: one member's on request, all members' by schedule; and the rebuilding of a wallet. */
@NullMarked
package bilby.functions.audit;

import org.jspecify.annotations.NullMarked;
