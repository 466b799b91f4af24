package bilby.functions.audit;

import bilby.audit.Checkpoint;
import bilby.functions.expiry.ExpiredLots;
import bilby.functions.http.Environment;
import bilby.functions.http.Log;
import bilby.money.ExchangeRate;
import bilby.store.Deadline;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
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
import java.util.Optional;

/** The walk over the wallets of one segment of their table, page by page, with a checkpoint after each. */
final class SegmentWalk {

    /** Few, so that a run that is cut off has little to do again. */
    private static final int PAGE = 25;

    /** With less time left no further page is begun. */
    private static final Duration SHORTEST_PAGE = Duration.ofSeconds(5);

    private final Environment environment;
    private final Store store;
    private final WalletAudit audit;
    private final ExchangeRate rate;
    private final Duration every;
    private final Deadline deadline;
    private final LambdaLogger log;

    SegmentWalk(Environment environment, ExchangeRate rate, Duration every, Deadline deadline, LambdaLogger log) {
        this.environment = environment;
        this.store = environment.store();
        this.audit = new WalletAudit(store);
        this.rate = rate;
        this.every = every;
        this.deadline = deadline;
        this.log = log;
    }

    /** Walks on from the last checkpoint until the segment is done, the time is over, or another run has moved it. */
    Progress of(int segment, int segments) {
        Progress progress = new Progress(0, 0, 0, 0, 1, 0);
        Instant now = environment.clock().instant();
        Checkpoint checkpoint = store.get(store.jobs().checkpoint(segment, segments))
                .orElseGet(() -> Checkpoint.first(segment, segments, now));
        if (checkpoint.rests(now, every)) {
            return progress.plus(finished());
        }
        checkpoint = checkpoint.resumed(now);
        while (deadline.left().compareTo(SHORTEST_PAGE) > 0) {
            WalletPage page = store.wallets(segment, segments, checkpoint.last(), PAGE);
            Progress onPage = page.wallets().stream().map(this::of).reduce(Progress.NONE, Progress::plus);
            Checkpoint next = checkpoint.after(page.last(), onPage.wallets(), onPage.differences());
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
        return new Progress(0, 0, 0, 0, 0, 1);
    }

    private Progress of(Wallet wallet) {
        try {
            Instant now = wallet.now(environment.clock().instant());
            if (wallet.unexpired(now).size() == wallet.lots().size()) {
                return proof(wallet);
            }
            Progress expired = expire(wallet.profileId());
            return expired.plus(
                    proof(store.get(store.wallets().key(wallet.profileId())).orElseThrow()));
        } catch (RuntimeException e) {
            // One wallet that cannot be read keeps the walk from no other; it is counted, and there is an alarm on it.
            Log.failure(log, "wallet " + wallet.profileId(), e);
            return new Progress(0, 0, 1, 0, 0, 0);
        }
    }

    private Progress proof(Wallet wallet) {
        Optional<WalletAudit.Finding> finding = audit.of(wallet);
        finding.flatMap(WalletAudit.Finding::difference)
                .ifPresent(difference -> log.log(
                        "wallet " + wallet.profileId() + " differs from its ledger: " + difference, LogLevel.ERROR));
        return finding.map(found -> new Progress(1, found.difference().isPresent() ? 1 : 0, 0, 0, 0, 0))
                .orElse(new Progress(0, 0, 1, 0, 0, 0));
    }

    /** Records what has expired, in as many commits as it takes. */
    private Progress expire(ProfileId profileId) {
        Progress all = Progress.NONE;
        Progress some;
        do {
            some = expireSome(profileId);
            all = all.plus(some);
        } while (some.expired() == ExpiredLots.MOST);
        return all;
    }

    private Progress expireSome(ProfileId profileId) {
        NewIds none = new NewIds(environment.clock(), environment.random());
        CommitId commit = environment.newCommitId();
        Outcome<Integer> outcome = store.run(
                deadline,
                none,
                () -> store.get(store.wallets().key(profileId))
                        .filter(Wallet::isOpen)
                        .flatMap(wallet -> ExpiredLots.close(
                                store,
                                wallet,
                                new Moment(wallet.now(environment.clock().instant()), commit, rate),
                                ExpiredLots.MOST))
                        .map(this::recording)
                        .orElseGet(() -> Plan.nothing(0)));
        return outcome instanceof Outcome.Answered<Integer>(Integer count)
                ? new Progress(0, 0, 0, count, 0, 0)
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
        NewIds none = new NewIds(environment.clock(), environment.random());
        Outcome<Boolean> outcome = store.run(deadline, none, () -> {
            long stored = store.get(store.jobs().checkpoint(checkpoint.segment(), checkpoint.segments()))
                    .map(Checkpoint::version)
                    .orElse(0L);
            return stored == checkpoint.version() - 1
                    ? Plan.commit(store.jobs().save(checkpoint), true)
                    : Plan.nothing(false);
        });
        return outcome instanceof Outcome.Answered<Boolean>(Boolean isSaved) && isSaved;
    }
}
