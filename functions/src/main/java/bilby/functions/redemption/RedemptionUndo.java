package bilby.functions.redemption;

import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Parsed;
import bilby.functions.http.Request;
import bilby.money.Money;
import bilby.redemption.Origin;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import bilby.redemption.Undoing;
import bilby.setting.Settings;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.Action;
import bilby.wallet.Entry;
import bilby.wallet.GiveBack;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Movement;
import bilby.wallet.Spending;
import bilby.wallet.Subject;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a return and a reversal have in common: they find a redemption, and give back what it took. */
final class RedemptionUndo {

    private final Store store;
    private final Attempt attempt;
    private final RedemptionType type;

    RedemptionUndo(Store store, Attempt attempt, RedemptionType type) {
        this.store = store;
        this.attempt = attempt;
        this.type = type;
    }

    /**
     * A redemption that can be undone.
     *
     * @param spending what it took
     * @param origins of the lots that cannot simply take back what is theirs
     * @param now the time at which its wallet is moved
     */
    record Found(
            Redemption redemption,
            Wallet wallet,
            Spending spending,
            Map<LotId, Origin> origins,
            Settings settings,
            Instant now) {

        /** Whether a lot can take back nothing, and there is no row that says what it was: rows have been lost. */
        boolean isUnknown(LotId lot) {
            return !origins.containsKey(lot) && wallet.unexpired(lot, now).isEmpty();
        }
    }

    /** What to read first, together with the token: the redemption tells whose wallet it is about. */
    static List<Key<?>> first(Store store, Request request) {
        return request.id()
                .<List<Key<?>>>map(id -> List.of(store.redemptions().key(id)))
                .orElse(List.of());
    }

    /**
     * Undoes what the request says, unless something speaks against it.
     *
     * @param refusal what speaks against this kind of undoing alone
     */
    Plan<Answer> plan(Request request, BiFunction<Found, UndoBody, Optional<Answer>> refusal) {
        Optional<Found> found = request.id()
                .flatMap(id -> attempt.get(store.redemptions().key(id)))
                .flatMap(this::find);
        if (found.isEmpty()) {
            return Plan.nothing(Answer.notFound());
        }
        return switch (request.query()
                .flag("dry_run")
                .then(isDryRun -> request.body().then(body -> UndoBody.parse(attempt.fields(body), type, isDryRun)))) {
            case Parsed.Invalid<UndoBody>(Answer answer) -> Plan.nothing(answer);
            case Parsed.Valid<UndoBody>(UndoBody body) ->
                body.isDryRun() && hasMoved(found.get().wallet())
                        ? plan(request, refusal)
                        : refusal(found.get().redemption())
                                .or(() -> refusal.apply(found.get(), body))
                                .<Plan<Answer>>map(Plan::nothing)
                                .orElseGet(() -> undo(found.get(), body));
        };
    }

    /** Whether the rows may be newer than the wallet. A commit would be refused then; a dry run has to look by itself. */
    private boolean hasMoved(Wallet wallet) {
        return attempt.read(store.wallets().key(wallet.profileId()))
                .filter(now -> now.version() == wallet.version())
                .isEmpty();
    }

    /**
     * The redemption that was read to find the wallet is read again, later than the wallet, and so are the rewards and
     * grants of points that it took from: settled, for no condition guards those. Its entry never changes.
     */
    private Optional<Found> find(Redemption early) {
        Key<Wallet> walletKey = store.wallets().key(early.profileId());
        Key<Entry> entryKey = store.ledger().key(early.profileId(), early.entryVersion());
        Snapshot owner = attempt.read(List.of(walletKey, entryKey));
        Optional<Wallet> open = owner.get(walletKey).filter(Wallet::isOpen);
        Optional<Entry> entry = owner.get(entryKey).filter(found -> isOf(found, early.id()));
        if (open.isEmpty() || entry.isEmpty()) {
            return Optional.empty();
        }
        Wallet wallet = open.get();
        Instant now = attempt.now(wallet);
        Spending spending = Spending.of(entry.get());
        Key<Redemption> redemptionKey = store.redemptions().key(early.id());
        Origins origins = new Origins(
                store,
                spending.lots().stream()
                        .filter(lot -> wallet.unexpired(lot, now).isEmpty())
                        .toList());
        List<Key<?>> later = new ArrayList<>(origins.keys());
        later.add(redemptionKey);
        Snapshot rows = attempt.readSettled(later);
        return rows.get(redemptionKey)
                .map(redemption -> new Found(redemption, wallet, spending, origins.in(rows), attempt.settings(), now));
    }

    /** After tables were restored to different times, a redemption can name an entry that has become another's. */
    private static boolean isOf(Entry entry, long redemptionId) {
        return switch (entry.subject()) {
            case Subject.OfRedemption(long id) -> entry.action() == Action.REDEEM && id == redemptionId;
            case Subject.OfUndoing undoing -> undoing.id() == redemptionId;
            default -> false;
        };
    }

    private static Optional<Answer> refusal(Redemption redemption) {
        if (redemption.type() != RedemptionType.REDEEM) {
            return Optional.of(
                    refused("The redemption is a " + redemption.type().word() + ", which cannot be undone."));
        }
        if (redemption.isReversed()) {
            return Optional.of(refused("The redemption has been reversed already."));
        }
        return redemption.left().isPositive()
                ? Optional.empty()
                : Optional.of(refused("The redemption has been returned whole already."));
    }

    private static Answer refused(String sentence) {
        return Answer.invalid("redemption_id", sentence);
    }

    private Plan<Answer> undo(Found found, UndoBody body) {
        Redemption redemption = found.redemption();
        Wallet wallet = found.wallet();
        Money amount = body.amount().orElse(redemption.left());
        Iterator<LotId> newRewards = attempt.newLots(LotKind.REWARD, wallet);
        Iterator<LotId> newPoints = attempt.newLots(LotKind.POINT, wallet);
        List<Spending.Share> shares = found.spending().between(redemption.left().minus(amount), redemption.left());
        if (shares.stream().map(Spending.Share::lot).anyMatch(found::isUnknown)) {
            return Plan.nothing(refused("What it took from is not there any more: the wallet must be rebuilt first."));
        }
        Undoing undoing = Undoing.of(
                shares,
                found.origins(),
                wallet,
                found.now(),
                found.settings().expiredValue(),
                kind -> (kind == LotKind.REWARD ? newRewards : newPoints).next());
        if (undoing.graces().size() > Plan.MOST_ROWS) {
            return Plan.nothing(Answer.invalid(
                    "amount",
                    "What has expired is of more than " + Plan.MOST_ROWS
                            + " definitions: return it in smaller parts."));
        }
        long id = attempt.newId();
        Movement movement = new GiveBack(
                        type == RedemptionType.RETURN ? Action.RETURN : Action.REVERSAL,
                        new Subject.OfUndoing(id, redemption.id(), amount),
                        undoing.parts())
                .on(wallet, attempt.moment(wallet));
        if (!store.wallets().fits(movement.wallet()) || !store.ledger().fits(movement.entry())) {
            return Plan.nothing(Answer.invalid(
                    "amount", "The profile's wallet is too full to take this back: let some of it be redeemed first."));
        }
        Redemption made = made(id, redemption, body, amount, undoing, movement);
        if (body.isDryRun()) {
            return Plan.nothing(Answer.ok(RedemptionJson.dryRun(made, movement, found.settings())));
        }
        Instant now = movement.entry().at();
        Plan.Commit<Answer> commit = Plan.commit(
                        store.moved(movement), Answer.created(RedemptionJson.made(made, movement, found.settings())))
                .and(store.redemptions().add(made))
                .and(store.redemptions()
                        .replace(
                                type == RedemptionType.RETURN
                                        ? redemption.returned(amount, now)
                                        : redemption.reversed(now)));
        undoing.graces().forEach(grace -> commit.and(Graces.row(store, grace, made)));
        return commit;
    }

    private Redemption made(
            long id, Redemption redemption, UndoBody body, Money amount, Undoing undoing, Movement movement) {
        Instant now = movement.entry().at();
        return new Redemption(
                id,
                1,
                redemption.profileId(),
                type,
                movement.entry().version(),
                amount,
                amount,
                Money.ZERO,
                undoing.forfeited(),
                false,
                Optional.of(redemption.id()),
                Optional.empty(),
                body.reference(),
                now,
                now);
    }
}
