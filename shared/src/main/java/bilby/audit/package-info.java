/** The proof: what is kept beside the ledger, held against what the ledger says. */
@NullMarked
package bilby.audit;

import org.jspecify.annotations.NullMarked;
