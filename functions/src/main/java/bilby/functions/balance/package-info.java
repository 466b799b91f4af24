/** A profile's balances, over HTTP. */
@NullMarked
package bilby.functions.balance;

import org.jspecify.annotations.NullMarked;
