package bilby.functions.sale;

import bilby.catalogue.PointDefinition;
import bilby.catalogue.Source;
import bilby.functions.expiry.Room;
import bilby.functions.http.Answer;
import bilby.functions.http.Attempt;
import bilby.functions.http.Time;
import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.redemption.Redemption;
import bilby.sale.Earning;
import bilby.sale.Posting;
import bilby.sale.Sale;
import bilby.store.Change;
import bilby.store.Key;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.store.Write;
import bilby.wallet.Link;
import bilby.wallet.LotKind;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.Span;
import bilby.wallet.TakeBack;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a change of a sale does to the buyer's wallet, movement by movement, to be committed with the change: redemptions are
 * tied and freed, points are given and taken back.
 */
final class BuyersMoves {

    /** How many expired lots are closed to make room: less than elsewhere, for there are the ties besides. */
    private static final int MOST_CLOSED = Plan.MOST_ROWS - 5;

    private final Store store;
    private final Attempt attempt;
    private final List<Movement> movements = new ArrayList<>();
    private final List<Write> rows = new ArrayList<>();
    private Wallet wallet;
    private boolean isOwed;

    BuyersMoves(Store store, Attempt attempt, Wallet wallet) {
        this.store = store;
        this.attempt = attempt;
        this.wallet = wallet;
    }

    /** The definition of the points that sales give. */
    static Key<PointDefinition> definition(Store store) {
        return store.pointDefinitions().key(PointDefinition.BUILT_IN.id());
    }

    /** Ties a redemption to the sale that it pays for from now on, or to none. */
    void tie(Redemption redemption, Optional<Long> sale) {
        Movement movement = new Link(redemption.id()).on(wallet, moment());
        move(movement);
        rows.add(store.redemptions()
                .replace(redemption.paidFor(sale, movement.entry().at())));
    }

    /** Gives or takes back what the sale should have given by now, less what it gave; says what it has given after that. */
    Earning post(Sale sale, Points due) {
        Earning before = sale.earning();
        if (due.equals(before.given())) {
            return before;
        }
        Optional<PointGrant> grant = before.grantId()
                .map(store.pointGrants()::key)
                .flatMap(key -> attempt.readSettled(List.of(key)).get(key));
        boolean opens = grant.isEmpty() && due.compareTo(before.given()) > 0;
        Room room = opens ? Room.in(store, wallet, moment(), MOST_CLOSED) : new Room(wallet, Optional.empty());
        Posting posting = Posting.of(
                before,
                due,
                grant.map(found -> new TakeBack.Granted(found.lotId(), found.remaining(wallet), found.span())),
                opens ? opening(room.wallet()) : Optional.empty(),
                room.wallet(),
                moment());
        return switch (posting) {
            case Posting.Opened opened
            when fits(opened.movement()) -> {
                room.expired().ifPresent(expired -> {
                    move(expired.movement());
                    rows.addAll(expired.rows());
                });
                move(opened.movement());
                rows.add(store.pointGrants().add(grant(sale, opened)));
                yield opened.earning();
            }
            case Posting.Changed changed
            when fits(changed.movement()) -> {
                move(changed.movement());
                if (changed.changesGrant()) {
                    rows.add(store.pointGrants()
                            .replace(grant.orElseThrow()
                                    .changedBySale(
                                            changed.earning().given(),
                                            changed.movement().entry().at())));
                }
                yield changed.earning();
            }
            case Posting _ -> {
                isOwed = true;
                yield before;
            }
        };
    }

    /** A commit of all that, and of the change of the sale. */
    Plan.Commit<Answer> commit(Change change, Answer answer) {
        if (movements.isEmpty()) {
            // That nothing can be given, or taken back, is so for as long as the wallet does not move.
            return Plan.commit(change, answer)
                    .and(
                            isOwed
                                    ? store.wallets().requireUnmoved(wallet)
                                    : store.wallets().requireOpen(wallet.profileId()));
        }
        Plan.Commit<Answer> commit = Plan.commit(store.moved(movements), answer).and(change);
        rows.forEach(commit::and);
        return commit;
    }

    private Moment moment() {
        return attempt.moment(wallet);
    }

    private void move(Movement movement) {
        movements.add(movement);
        wallet = movement.wallet();
    }

    private boolean fits(Movement movement) {
        return store.wallets().fits(movement.wallet()) && store.ledger().fits(movement.entry());
    }

    /** Points of a definition whose end has passed are not issued, nor such as would last beyond all years. */
    private Optional<Posting.Opening> opening(Wallet roomy) {
        Instant now = attempt.now(roomy);
        PointDefinition definition = attempt.get(definition(store)).orElse(PointDefinition.BUILT_IN);
        Optional<Instant> expiry = definition.expiry(now);
        return expiry.filter(at -> at.isBefore(now) || !Time.isInRange(at)).isPresent()
                ? Optional.empty()
                : Optional.of(new Posting.Opening(
                        attempt.newLot(LotKind.POINT, roomy), definition.ref(), new Span(now, expiry)));
    }

    private static PointGrant grant(Sale sale, Posting.Opened opened) {
        Instant now = opened.movement().entry().at();
        return new PointGrant(
                opened.opening().lot().id(),
                1,
                opened.movement().wallet().profileId(),
                opened.opening().definition(),
                opened.value(),
                Points.ZERO,
                opened.opening().span(),
                Optional.of(sale.transactedAt()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Source.sale(sale.id())),
                now,
                now);
    }
}
