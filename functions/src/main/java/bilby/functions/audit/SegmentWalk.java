package bilby.functions.audit;

import bilby.audit.Checkpoint;
import bilby.audit.Difference;
import bilby.functions.expiry.ExpiredLots;
import bilby.functions.http.Environment;
import bilby.functions.http.Log;
import bilby.setting.Settings;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.store.WalletPage;
import bilby.wallet.CommitId;
import bilby.wallet.Moment;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The walk over the wallets of one segment of their table, page by page, with a checkpoint after each. */
final class SegmentWalk {

    /** Few, so that a run that is cut off has little to do again. */
    private static final int PAGE = 25;

    /** With less time left no further page is begun. */
    private static final Duration SHORTEST_PAGE = Duration.ofSeconds(5);

    private final Environment environment;
    private final Store store;
    private final WalletAudit audit;
    private final Duration every;
    private final Deadline deadline;
    private final LambdaLogger log;

    SegmentWalk(Environment environment, Duration every, Deadline deadline, LambdaLogger log) {
        this.environment = environment;
        this.store = environment.store();
        this.audit = new WalletAudit(store, deadline);
        this.every = every;
        this.deadline = deadline;
        this.log = log;
    }

    /** Walks on from the last checkpoint until the segment is done, the time is over, or another run has moved it. */
    Progress of(int segment, int segments) {
        Progress progress = new Progress(0, 0, 0, 0, 1, 0, 0);
        Instant now = environment.clock().instant();
        Optional<Checkpoint> stored = read(() -> store.get(store.jobs().checkpoint(segment, segments))
                .orElseGet(() -> Checkpoint.first(segment, segments, now)));
        if (stored.isEmpty()) {
            return progress;
        }
        Checkpoint checkpoint = stored.get();
        if (checkpoint.rests(now, every)) {
            return progress.plus(finished());
        }
        checkpoint = checkpoint.resumed(now);
        while (deadline.left().compareTo(SHORTEST_PAGE) > 0) {
            Optional<String> last = checkpoint.last();
            Optional<WalletPage> page = read(() -> store.wallets(segment, segments, last, PAGE));
            if (page.isEmpty()) {
                return progress;
            }
            Progress onPage = page.get().wallets().stream().map(this::of).reduce(Progress.NONE, Progress::plus);
            Checkpoint next = checkpoint.after(page.get().last(), onPage.wallets(), onPage.differences());
            progress = progress.plus(onPage);
            if (!saved(next)) {
                return progress;
            }
            if (next.isDone()) {
                return progress.plus(finished());
            }
            checkpoint = next;
        }
        return progress;
    }

    private static Progress finished() {
        return new Progress(0, 0, 0, 0, 0, 1, 0);
    }

    /**
     * Only a wallet that is as its ledger says is moved: an entry made by one that is not would never fit, or would close
     * the way back.
     */
    private Progress of(WalletPage.Found found) {
        try {
            Wallet wallet = found.wallet().get();
            Progress proof = proof(wallet);
            Instant now = wallet.now(environment.clock().instant());
            boolean hasExpired = wallet.unexpired(now).size() < wallet.lots().size();
            return hasExpired && proof.isSound() ? proof.plus(expire(wallet.profileId())) : proof;
        } catch (RuntimeException e) {
            // One wallet that cannot be read keeps the walk from no other; it is counted, and there is an alarm on it.
            Log.failure(log, "wallet " + found.profileId(), e);
            return Progress.SKIPPED;
        }
    }

    private Progress proof(Wallet wallet) {
        return switch (read(() -> audit.of(wallet.profileId(), Optional.of(wallet)))
                .orElseGet(Audited.TimeOver::new)) {
            case Audited.Proved(var _, Optional<Difference> difference) -> {
                difference.ifPresent(what ->
                        log.log("wallet " + wallet.profileId() + " differs from its ledger: " + what, LogLevel.ERROR));
                yield new Progress(
                        1,
                        difference.isPresent() ? 1 : 0,
                        0,
                        0,
                        0,
                        0,
                        wallet.lots().size());
            }
            case Audited.KeptMoving() -> Progress.SKIPPED;
            case Audited.TimeOver() -> Progress.NONE;
        };
    }

    /** Records what has expired, in as many commits as it takes. */
    private Progress expire(ProfileId profileId) {
        Progress all = Progress.NONE;
        Progress some;
        do {
            some = expireSome(profileId);
            all = all.plus(some);
        } while (some.expired() == Plan.MOST_ROWS);
        return all;
    }

    private Progress expireSome(ProfileId profileId) {
        CommitId commit = environment.newCommitId();
        Key<Wallet> walletKey = store.wallets().key(profileId);
        Key<Settings> settingsKey = store.settings().key();
        Outcome<Integer> outcome = store.run(deadline, noIds(), () -> {
            Snapshot first = store.read(List.of(walletKey, settingsKey));
            Settings settings = first.get(settingsKey).orElse(Settings.DEFAULT);
            return first.get(walletKey)
                    .filter(Wallet::isOpen)
                    .flatMap(wallet -> ExpiredLots.close(
                            store,
                            wallet,
                            new Moment(wallet.now(environment.clock().instant()), commit, settings.exchangeRate())))
                    .map(this::recording)
                    .orElseGet(() -> Plan.nothing(0));
        });
        return outcome instanceof Outcome.Answered<Integer>(Integer count)
                ? new Progress(0, 0, 0, count, 0, 0, 0)
                : Progress.NONE;
    }

    private Plan<Integer> recording(ExpiredLots lots) {
        Plan.Commit<Integer> commit = Plan.commit(
                store.moved(lots.movement()), lots.movement().entry().lines().size());
        lots.rows().forEach(commit::and);
        return commit;
    }

    /** Saves a checkpoint, unless another run has saved one meanwhile. */
    private boolean saved(Checkpoint checkpoint) {
        Outcome<Boolean> outcome = store.run(deadline, noIds(), () -> {
            long stored = store.get(store.jobs().checkpoint(checkpoint.segment(), checkpoint.segments()))
                    .map(Checkpoint::version)
                    .orElse(0L);
            return stored == checkpoint.version() - 1
                    ? Plan.commit(store.jobs().save(checkpoint), true)
                    : Plan.nothing(false);
        });
        return outcome instanceof Outcome.Answered<Boolean>(Boolean isSaved) && isSaved;
    }

    /** Reads, and again where a call failed in a way that passes; empty if the time is over. */
    private <T> Optional<T> read(Supplier<T> read) {
        return store.run(deadline, noIds(), () -> Plan.nothing(read.get())) instanceof Outcome.Answered<T>(T answer)
                ? Optional.of(answer)
                : Optional.empty();
    }

    private NewIds noIds() {
        return new NewIds(environment.clock(), environment.random());
    }
}
