package bilby.functions.audit;

import bilby.audit.Difference;
import bilby.functions.http.Environment;
import bilby.setting.Settings;
import bilby.store.Deadline;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.store.Write;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a wallet what its ledger says, and then the rows of its rewards, points and redemptions. Each step can be done
 * again, so a rebuilding that was cut off is ended by another. A member may go on shopping meanwhile: what moves is folded
 * again. A broken ledger rebuilds nothing.
 */
final class WalletRebuild {

    /** A wallet that moves while its rows are rewritten is folded again; so often at most. */
    private static final int MOST_TRIES = 5;

    private static final String NOBODY = "There is neither a wallet nor a ledger of this profile.";
    private static final String TIME_OVER = "The time was over before all was done: run it again.";
    private static final String MOVED = "The wallet moved again and again meanwhile: run it again.";

    private final Environment environment;
    private final Store store;
    private final ProfileId profileId;
    private final boolean isDryRun;
    private final boolean acceptsLoss;
    private final Deadline deadline;

    /**
     * The rebuilding of one wallet.
     *
     * @param acceptsLoss whether a wallet may be rebuilt that is newer than its ledger: what the ledger lacks is lost
     */
    WalletRebuild(
            Environment environment, ProfileId profileId, boolean isDryRun, boolean acceptsLoss, Deadline deadline) {
        this.environment = environment;
        this.store = environment.store();
        this.profileId = profileId;
        this.isDryRun = isDryRun;
        this.acceptsLoss = acceptsLoss;
        this.deadline = deadline;
    }

    /** The ledger's fold, and the version of the wallet over which it was written. */
    private record Step(Optional<Long> versionBefore, Folded folded) {

        boolean losesMovements() {
            return versionBefore.filter(version -> version > folded.entries()).isPresent();
        }

        RebuildReport report(long rewritten, Optional<Difference> difference, Optional<String> message) {
            return new RebuildReport(folded.entries(), versionBefore, rewritten, difference, message);
        }
    }

    RebuildReport run() {
        Optional<Step> first = step();
        if (first.isEmpty()) {
            return RebuildReport.refused(TIME_OVER);
        }
        if (isHeldBack(first.get())) {
            return RebuildReport.refused("The wallet is at version "
                    + first.get().versionBefore().orElse(0L) + " and its ledger ends at "
                    + first.get().folded().entries()
                    + ": what the ledger lacks would be lost. Say accept_loss to rebuild it all the same.");
        }
        Optional<Long> versionBefore = first.get().versionBefore();
        Step step = first.get();
        long rewritten = 0;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (step.folded().difference().isPresent()) {
                return step.report(rewritten, step.folded().difference(), Optional.empty());
            }
            if (step.versionBefore().isEmpty() && step.folded().entries() == 0) {
                return RebuildReport.refused(NOBODY);
            }
            Rows rows = rows(step.folded());
            rewritten += rows.rewritten();
            switch (rows.end()) {
                case DONE -> {
                    return audited(new Step(versionBefore, step.folded()), rewritten);
                }
                case TIME_OVER -> {
                    return step.report(rewritten, Optional.empty(), Optional.of(TIME_OVER));
                }
                case MOVED -> {}
            }
            Optional<Step> again = step();
            if (again.isEmpty()) {
                return step.report(rewritten, Optional.empty(), Optional.of(TIME_OVER));
            }
            step = new Step(versionBefore, again.get().folded());
        }
        return step.report(rewritten, Optional.empty(), Optional.of(MOVED));
    }

    /** Folds the ledger, and writes the wallet that it tells; empty if the time is over. */
    private Optional<Step> step() {
        return run(this::wallet).flatMap(step -> step);
    }

    /** The wallet is read before the ledger, so that whatever the ledger lacks makes its version another one. */
    private Plan<Optional<Step>> wallet() {
        Optional<Long> version = store.get(store.wallets().version(profileId));
        return Folded.of(store, profileId, deadline)
                .map(folded -> wallet(new Step(version, folded)))
                .orElseGet(() -> Plan.nothing(Optional.empty()));
    }

    private Plan<Optional<Step>> wallet(Step step) {
        Folded folded = step.folded();
        boolean isNobody = step.versionBefore().isEmpty() && folded.entries() == 0;
        return isDryRun || isNobody || isHeldBack(step) || folded.difference().isPresent()
                ? Plan.nothing(Optional.of(step))
                : Plan.commit(store.rebuilt(folded.wallet(), step.versionBefore()), Optional.of(step));
    }

    private boolean isHeldBack(Step step) {
        return step.losesMovements()
                && !acceptsLoss
                && step.folded().difference().isEmpty();
    }

    /** How the rewriting of rows ended. */
    private enum End {
        DONE,
        MOVED,
        TIME_OVER
    }

    private record Rows(long rewritten, End end) {}

    /** Of a closed wallet there is nothing but the wallet: what else there was goes with the person. */
    private Rows rows(Folded folded) {
        List<KnownRow<?>> all = folded.wallet().isOpen() ? KnownRow.all(store, folded.account()) : List.of();
        long rewritten = 0;
        for (int from = 0; from < all.size(); from += Plan.MOST_ROWS) {
            List<KnownRow<?>> batch = all.subList(from, Math.min(all.size(), from + Plan.MOST_ROWS));
            Rows written = run(() -> rows(batch, folded.wallet())).orElse(new Rows(0, End.TIME_OVER));
            rewritten += written.rewritten();
            if (written.end() != End.DONE) {
                return new Rows(rewritten, written.end());
            }
        }
        return new Rows(rewritten, End.DONE);
    }

    private Plan<Rows> rows(List<KnownRow<?>> batch, Wallet folded) {
        Optional<Long> version = store.get(store.wallets().version(profileId));
        if (!isDryRun && !version.equals(Optional.of(folded.version()))) {
            return Plan.nothing(new Rows(0, End.MOVED));
        }
        ZoneId zone = store.get(store.settings().key()).orElse(Settings.DEFAULT).zone();
        Snapshot found = store.read(batch.stream().map(KnownRow::key).toList());
        List<Write> writes =
                batch.stream().flatMap(row -> row.repair(found, zone).stream()).toList();
        Rows rows = new Rows(writes.size(), End.DONE);
        return isDryRun || writes.isEmpty() ? Plan.nothing(rows) : Plan.commit(store.beside(folded, writes), rows);
    }

    private RebuildReport audited(Step step, long rewritten) {
        Audited audited = run(() -> Plan.nothing(new WalletAudit(store, deadline)
                        .of(profileId, store.get(store.wallets().key(profileId)))))
                .orElseGet(Audited.TimeOver::new);
        return switch (audited) {
            case Audited.Proved(var _, Optional<Difference> difference) ->
                step.report(rewritten, difference, Optional.empty());
            case Audited.KeptMoving() -> step.report(rewritten, Optional.empty(), Optional.of(MOVED));
            case Audited.TimeOver() -> step.report(rewritten, Optional.empty(), Optional.of(TIME_OVER));
        };
    }

    /** Carries a step through; empty if the time is over. */
    private <A> Optional<A> run(Supplier<Plan<A>> decide) {
        NewIds none = new NewIds(environment.clock(), environment.random());
        return store.run(deadline, none, decide) instanceof Outcome.Answered<A>(A answer)
                ? Optional.of(answer)
                : Optional.empty();
    }
}
