package bilby.audit;

import static bilby.wallet.Given.moved;

import bilby.catalogue.Source;
import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.redemption.Origin;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import bilby.redemption.Undoing;
import bilby.reward.Reward;
import bilby.setting.ExpiredValue;
import bilby.wallet.Action;
import bilby.wallet.Adjust;
import bilby.wallet.Close;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Entry;
import bilby.wallet.Expire;
import bilby.wallet.Extend;
import bilby.wallet.GiveBack;
import bilby.wallet.Given;
import bilby.wallet.Issue;
import bilby.wallet.Line;
import bilby.wallet.Link;
import bilby.wallet.Lot;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.Redeem;
import bilby.wallet.Remove;
import bilby.wallet.Span;
import bilby.wallet.Spending;
import bilby.wallet.Subject;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One member's wallet, ledger and rows, kept as the functions keep them. */
final class Member {

    static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    static final DefinitionRef DEFINITION = Given.DEFINITION;

    final List<Entry> entries = new ArrayList<>();
    final Map<Long, Reward> rewards = new LinkedHashMap<>();
    final Map<Long, PointGrant> points = new LinkedHashMap<>();
    final Map<Long, Redemption> redemptions = new LinkedHashMap<>();

    Wallet wallet = Wallet.empty(Given.SOMEONE);
    private Instant now = Given.noonOf("2025-01-01");

    /**
     * Each kind of movement, and each that follows another: rewards 1, 2, 4, points 3, 6 and 7, redemptions 11, 13, 15 and 17,
     * returns 12, 16 and 18, reversal 14, and reward 5, a grace.
     */
    static Member withEverything() {
        Member member = new Member();
        member.reward(1, 1_000, "2025-03-31");
        member.reward(2, 500, "2025-02-10");
        member.points(3, 10_000, "2025-12-31");
        member.reward(4, 700, "2025-06-30");
        member.points(6, 2_000, "2025-02-28");
        member.redeem(11, Money.ofDollars(14), LotKind.REWARD);
        member.giveBack(12, 11, Money.ofDollars(6), Action.RETURN, new ExpiredValue.Grace(30));
        member.redeem(13, Money.ofDollars(8), LotKind.REWARD);
        member.giveBack(14, 13, Money.ofDollars(8), Action.REVERSAL, new ExpiredValue.Grace(30));
        member.adjustReward(4, 300, "2025-07-31");
        member.extend(1, "2025-04-30");
        member.link(11, 77);
        member.redeem(15, Money.ofDollars(4), LotKind.POINT);
        member.points(7, 2_000, "2025-02-28");
        member.on("2025-02-20");
        member.giveBack(16, 11, Money.ofDollars(8), Action.RETURN, new ExpiredValue.Grace(30));
        member.on("2025-05-15");
        member.expire();
        member.adjustReward(1, 1_000, "2025-06-30");
        member.redeem(17, Money.ofDollars(2), LotKind.REWARD);
        member.delete(1);
        member.giveBack(18, 17, Money.ofDollars(2), Action.RETURN, new ExpiredValue.Forfeit());
        member.on("2025-07-01");
        return member;
    }

    /** Two entries: a reward, and a redemption of a part of it. */
    static Member withARedemption() {
        Member member = new Member();
        member.reward(1, 1_000, "2025-03-31");
        member.redeem(11, Money.ofDollars(4), LotKind.REWARD);
        return member;
    }

    List<String> texts() {
        return new ArrayList<>(entries.stream().map(Entry::text).toList());
    }

    /** What the ledger says; it is as it must be. */
    Account account() {
        Account account = new Account(Given.SOMEONE);
        for (String text : texts()) {
            account.add(text).ifPresent(difference -> {
                throw new AssertionError(difference.what());
            });
        }
        return account;
    }

    void on(String day) {
        now = Given.noonOf(day);
    }

    void reward(long id, long cents, String lastDay) {
        Span span = Span.of(now, Given.lastSecondOf(lastDay));
        carryOut(moved(new Issue(LotId.reward(id), cents, span, DEFINITION).on(wallet, moment())));
        rewards.put(id, newReward(id, cents, span, DEFINITION, Optional.empty()));
    }

    private Reward newReward(long id, long cents, Span span, DefinitionRef definition, Optional<Source> source) {
        return new Reward(
                id,
                1,
                wallet.profileId(),
                MELBOURNE,
                definition,
                Money.ofCents(cents),
                Money.ZERO,
                span,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                source,
                now,
                now,
                Optional.empty());
    }

    void points(long id, long hundredths, String lastDay) {
        Span span = Span.of(now, Given.lastSecondOf(lastDay));
        carryOut(moved(new Issue(LotId.points(id), hundredths, span, DEFINITION).on(wallet, moment())));
        points.put(
                id,
                new PointGrant(
                        id,
                        1,
                        wallet.profileId(),
                        DEFINITION,
                        Points.ofHundredths(hundredths),
                        Points.ZERO,
                        span,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        now,
                        now));
    }

    void redeem(long id, Money amount, LotKind kind) {
        carryOut(moved(new Redeem(id, amount, List.of(kind), true).on(wallet, moment())));
        redemptions.put(id, redemption(id, RedemptionType.REDEEM, amount, Money.ZERO, Optional.empty()));
    }

    private Redemption redemption(long id, RedemptionType type, Money total, Money forfeited, Optional<Long> undoes) {
        return new Redemption(
                id,
                1,
                wallet.profileId(),
                type,
                wallet.version(),
                total,
                total,
                Money.ZERO,
                forfeited,
                false,
                undoes,
                Optional.empty(),
                new Redemption.Reference(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                now,
                now);
    }

    void giveBack(long id, long redemptionId, Money amount, Action action, ExpiredValue rule) {
        Redemption redemption = of(redemptions, redemptionId);
        Spending spending = Spending.of(entries.get((int) redemption.entryVersion() - 1));
        Undoing undoing = Undoing.of(
                spending.between(redemption.left().minus(amount), redemption.left()),
                origins(spending),
                wallet,
                now,
                rule,
                kind -> new LotId(kind, 5));
        carryOut(new GiveBack(action, new Subject.OfUndoing(id, redemptionId, amount), undoing.parts())
                .on(wallet, moment()));
        undoing.graces()
                .forEach(grace -> rewards.put(
                        grace.lot().id(),
                        newReward(
                                grace.lot().id(),
                                grace.hundredths(),
                                grace.span(),
                                grace.definition(),
                                Optional.of(Source.grace(id)))));
        boolean isReturn = action == Action.RETURN;
        redemptions.put(redemptionId, isReturn ? redemption.returned(amount, now) : redemption.reversed(now));
        redemptions.put(
                id,
                redemption(
                        id,
                        isReturn ? RedemptionType.RETURN : RedemptionType.REVERSAL,
                        amount,
                        undoing.forfeited(),
                        Optional.of(redemptionId)));
    }

    private Map<LotId, Origin> origins(Spending spending) {
        Map<LotId, Origin> origins = new HashMap<>();
        for (LotId lot : spending.lots()) {
            origins.put(
                    lot, lot.kind() == LotKind.REWARD ? origin(of(rewards, lot.id())) : origin(of(points, lot.id())));
        }
        return origins;
    }

    private static Origin origin(Reward reward) {
        return new Origin(
                LotId.reward(reward.id()),
                reward.definition(),
                reward.zone(),
                reward.span(),
                reward.isDeleted(),
                reward.source().isPresent());
    }

    private static Origin origin(PointGrant grant) {
        return new Origin(
                LotId.points(grant.id()),
                grant.definition(),
                ZoneOffset.UTC,
                grant.span(),
                false,
                grant.source().isPresent());
    }

    void adjustReward(long id, long cents, String lastDay) {
        Span span = of(rewards, id).span().until(Given.lastSecondOf(lastDay));
        carryOut(moved(new Adjust(LotId.reward(id), cents, span).on(wallet, moment())));
        rewards.computeIfPresent(
                id, (key, reward) -> reward.adjusted(reward.valueInitial(), span, Optional.empty(), now));
    }

    void extend(long id, String lastDay) {
        Instant expiresAt = Given.lastSecondOf(lastDay);
        carryOut(moved(new Extend(List.of(new Extend.Extension(LotId.reward(id), expiresAt))).on(wallet, moment())));
        rewards.computeIfPresent(id, (key, reward) -> reward.extended(expiresAt, now));
    }

    void link(long redemptionId, long sale) {
        carryOut(new Link(redemptionId).on(wallet, moment()));
        redemptions.computeIfPresent(redemptionId, (key, redemption) -> redemption.paidFor(Optional.of(sale), now));
    }

    void delete(long rewardId) {
        carryOut(new Remove(LotId.reward(rewardId)).on(wallet, moment()));
        rewards.computeIfPresent(rewardId, (key, reward) -> reward.deleted(now));
    }

    void expire() {
        Movement movement = new Expire(wallet.lots().stream().map(Lot::id).toList())
                .on(wallet, moment())
                .orElseThrow();
        carryOut(movement);
        for (Line line : movement.entry().lines()) {
            rewards.computeIfPresent(
                    line.isReward() ? line.lot().id() : 0,
                    (id, reward) -> reward.expired(Money.ofCents(-line.change())));
            points.computeIfPresent(
                    line.isReward() ? 0 : line.lot().id(),
                    (id, grant) -> grant.expired(Points.ofHundredths(-line.change())));
        }
    }

    void close() {
        carryOut(moved(new Close(true).on(wallet, moment())));
    }

    private void carryOut(Movement movement) {
        entries.add(movement.entry());
        wallet = movement.wallet();
    }

    private Moment moment() {
        return Given.at(now, ExchangeRate.DEFAULT);
    }

    private static <T> T of(Map<Long, T> rows, long id) {
        return Optional.ofNullable(rows.get(id)).orElseThrow();
    }

    /** The first difference between the rows or the wallet and the ledger. */
    Optional<Difference> audited() {
        return audited(account());
    }

    Optional<Difference> audited(Account account) {
        Audit audit = new Audit(account);
        List<Optional<Difference>> differences = new ArrayList<>();
        differences.add(audit.of(wallet));
        account.lots()
                .forEach((id, said) -> differences.add(
                        id.kind() == LotKind.REWARD
                                ? audit.of(said, Optional.ofNullable(rewards.get(id.id())))
                                : audit.ofPoints(said, Optional.ofNullable(points.get(id.id())))));
        account.redemptions()
                .forEach((id, said) -> differences.add(audit.of(id, said, Optional.ofNullable(redemptions.get(id)))));
        return differences.stream().flatMap(Optional::stream).findFirst();
    }
}
