/** The wallet, its lots, its ledger entries, and the movements that turn one wallet into the next: pure and total. */
@NullMarked
package bilby.wallet;

import org.jspecify.annotations.NullMarked;
