package bilby.wallet;

import bilby.money.ExchangeRate;
import java.time.Instant;

/**
 * The circumstances of a movement that no command holds.
 *
 * @param now when it happens, in whole seconds: {@link Wallet#now}
 * @param commit which request does it
 * @param rate what a point is worth then
 */
public record Moment(Instant now, CommitId commit, ExchangeRate rate) {}
