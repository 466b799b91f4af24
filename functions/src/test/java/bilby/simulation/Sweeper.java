package bilby.simulation;

import bilby.functions.expiry.ExpiredLots;
import bilby.functions.http.Environment;
import bilby.setting.Settings;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.CommitId;
import bilby.wallet.Moment;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.time.Duration;

/** Records what has expired of one member's, as the walk over all wallets does it. */
final class Sweeper {

    /** The status that an answer would have: 422 where nothing has expired. */
    int sweep(Environment environment, ProfileId member, Send send) {
        Store store = environment.store();
        CommitId commit = environment.newCommitId();
        Outcome<Integer> outcome = store.run(
                () -> Duration.ofMillis(send.millisLeft()),
                new NewIds(environment.clock(), environment.random()),
                () -> {
                    Settings settings = store.get(store.settings().key()).orElse(Settings.DEFAULT);
                    return store.get(store.wallets().key(member))
                            .filter(Wallet::isOpen)
                            .flatMap(wallet -> ExpiredLots.close(
                                    store,
                                    wallet,
                                    new Moment(
                                            wallet.now(environment.clock().instant()),
                                            commit,
                                            settings.exchangeRate())))
                            .map(lots -> recording(store, lots))
                            .orElseGet(() -> Plan.nothing(422));
                });
        return switch (outcome) {
            case Outcome.Answered<Integer>(Integer status) -> status;
            case Outcome.NothingMoved<Integer>() -> 503;
            case Outcome.Unknown<Integer>() -> 504;
        };
    }

    private static Plan<Integer> recording(Store store, ExpiredLots lots) {
        Plan.Commit<Integer> commit = Plan.commit(store.moved(lots.movement()), 200);
        lots.rows().forEach(commit::and);
        return commit;
    }
}
