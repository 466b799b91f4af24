package bilby.redemption;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.lastSecondOf;
import static bilby.wallet.Given.points;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.until;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.money.Points;
import bilby.setting.ExpiredValue;
import bilby.wallet.DefinitionRef;
import bilby.wallet.GiveBack;
import bilby.wallet.Lot;
import bilby.wallet.LotId;
import bilby.wallet.Span;
import bilby.wallet.Spending.Share;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is noon of 10 March 2025 in UTC, and eleven at night in Melbourne. */
class UndoingTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final ExpiredValue GRACE = new ExpiredValue.Grace(30);
    private static final ExpiredValue FORFEIT = new ExpiredValue.Forfeit();
    private static final DefinitionRef WELCOME = new DefinitionRef(7, 2);
    private static final DefinitionRef BIRTHDAY = new DefinitionRef(8, 1);
    private static final Span OVER = until("2025-03-09");
    private static final Wallet EMPTY = walletOf();

    @Test
    void whatHasAnOpenLotGoesBackToItWithItsExpiry() {
        Lot lot = reward(1, Money.ofDollars(4), until("2025-06-30"));

        Undoing undoing = undo(walletOf(lot), GRACE, List.of(dollars(1, 3)));

        assertThat(undoing.toLots()).containsExactly(part(dollars(1, 3), until("2025-06-30")));
        assertThat(undoing.graces()).isEmpty();
        assertThat(undoing.forfeited()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatWasSpentWholeGoesBackToItsRewardAsThatStandsNow() {
        Origin extendedSince = origin(1, WELCOME, until("2025-08-31"));

        Undoing undoing = undo(EMPTY, GRACE, List.of(dollars(1, 3)), extendedSince);

        assertThat(undoing.toLots()).containsExactly(part(dollars(1, 3), until("2025-08-31")));
        assertThat(undoing.forfeited()).isEqualTo(Money.ZERO);
    }

    @Test
    void pointsWithoutAnExpiryGoBackForEver() {
        Undoing undoing = undo(EMPTY, FORFEIT, List.of(somePoints(1, 40)), pointsOrigin(1, WELCOME, forever()));

        assertThat(undoing.toLots()).containsExactly(part(somePoints(1, 40), forever()));
    }

    @ParameterizedTest
    @CsvSource({"0,1,0", "1,0,1"})
    void theLastSecondOfAnExpiryStillCounts(int secondsAfter, int toLots, int graces) {
        Instant now = lastSecondOf("2025-03-09").plusSeconds(secondsAfter);

        Undoing undoing = undo(EMPTY, GRACE, now, List.of(dollars(1, 3)), origin(1, WELCOME, OVER));

        assertThat(undoing.toLots()).hasSize(toLots);
        assertThat(undoing.graces()).hasSize(graces);
    }

    @Test
    void whatHasExpiredComesBackAsAGrace() {
        Undoing undoing = undo(EMPTY, GRACE, List.of(dollars(1, 3)), origin(1, WELCOME, OVER));

        assertThat(undoing.toLots()).isEmpty();
        assertThat(undoing.forfeited()).isEqualTo(Money.ZERO);
        assertThat(undoing.graces())
                .containsExactly(new Undoing.Grace(
                        LotId.reward(101),
                        WELCOME,
                        ZoneOffset.UTC,
                        300,
                        Money.ofDollars(3),
                        Span.of(NOW, lastSecondOf("2025-04-09"))));
    }

    @Test
    void anExpiryThatHasBeenRecordedMakesNoDifference() {
        List<Share> shares = List.of(dollars(1, 3), somePoints(2, 40));
        Origin[] origins = {origin(1, WELCOME, OVER), pointsOrigin(2, BIRTHDAY, OVER)};
        Wallet unswept = walletOf(reward(1, Money.ofDollars(7), OVER), points(2, Points.of(60), OVER));

        for (ExpiredValue rule : List.of(GRACE, FORFEIT)) {
            assertThat(undo(unswept, rule, shares, origins))
                    .as(rule.text())
                    .isEqualTo(undo(EMPTY, rule, shares, origins));
        }
    }

    @Test
    void whatWasDeletedComesBackAsAGraceThoughItsTimeIsNotOver() {
        Origin deleted = new Origin(LotId.reward(1), WELCOME, ZoneOffset.UTC, until("2025-06-30"), true, false);

        Undoing undoing = undo(EMPTY, GRACE, List.of(dollars(1, 3)), deleted);

        assertThat(undoing.toLots()).isEmpty();
        assertThat(undoing.graces()).extracting(Undoing.Grace::hundredths).containsExactly(300L);
    }

    @Test
    void byTheOtherRuleItIsForfeited() {
        Undoing undoing = undo(
                EMPTY,
                FORFEIT,
                List.of(dollars(1, 3), somePoints(2, 40)),
                origin(1, WELCOME, OVER),
                pointsOrigin(2, WELCOME, OVER));

        assertThat(undoing.parts()).isEmpty();
        assertThat(undoing.forfeited()).isEqualTo(Money.ofDollars(7));
    }

    @Test
    void aGraceBegetsNoGrace() {
        Origin grace = new Origin(LotId.reward(1), WELCOME, ZoneOffset.UTC, OVER, false, true);

        Undoing undoing = undo(EMPTY, GRACE, List.of(dollars(1, 3)), grace);

        assertThat(undoing.parts()).isEmpty();
        assertThat(undoing.forfeited()).isEqualTo(Money.ofDollars(3));
    }

    @Test
    void aGraceThatLivesTakesBackWhatIsItsOwn() {
        Origin grace = new Origin(LotId.reward(1), WELCOME, ZoneOffset.UTC, until("2025-04-09"), false, true);

        assertThat(undo(EMPTY, FORFEIT, List.of(dollars(1, 3)), grace).toLots())
                .containsExactly(part(dollars(1, 3), until("2025-04-09")));
    }

    @Test
    void whatNobodyKnowsOfIsForfeited() {
        Undoing undoing = undo(EMPTY, GRACE, List.of(dollars(1, 3)));

        assertThat(undoing.parts()).isEmpty();
        assertThat(undoing.forfeited()).isEqualTo(Money.ofDollars(3));
    }

    @Test
    void eachDefinitionHasOneGraceAndPointsHaveTheirOwn() {
        Undoing undoing = undo(
                EMPTY,
                GRACE,
                List.of(dollars(1, 3), dollars(2, 5), dollars(3, 1), somePoints(4, 40), somePoints(5, 20)),
                origin(1, WELCOME, OVER),
                origin(2, BIRTHDAY, OVER),
                origin(3, WELCOME, OVER),
                pointsOrigin(4, WELCOME, OVER),
                pointsOrigin(5, WELCOME, OVER));

        assertThat(undoing.graces())
                .extracting(grace -> grace.lot() + " of " + grace.definition().id() + " " + grace.hundredths() + " for "
                        + grace.dollars().cents())
                .containsExactly(
                        LotId.reward(101) + " of 7 400 for 400",
                        LotId.reward(102) + " of 8 500 for 500",
                        LotId.points(103) + " of 7 6000 for 600");
    }

    @ParameterizedTest
    @CsvSource({"1,3,2", "3,2,1", "2,1,3"})
    void aGraceIsOfTheNewestOfTheVersionsThatItStandsFor(int first, int second, int third) {
        Undoing undoing = undo(
                EMPTY,
                GRACE,
                List.of(dollars(1, 3), dollars(2, 5), dollars(3, 1)),
                origin(1, new DefinitionRef(7, first), OVER),
                origin(2, new DefinitionRef(7, second), OVER),
                origin(3, new DefinitionRef(7, third), OVER));

        assertThat(undoing.graces()).extracting(Undoing.Grace::definition).containsExactly(new DefinitionRef(7, 3));
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks go back in Melbourne on 6 April: from then on it is ten hours ahead, not eleven.
        "2025-03-10T12:59:59Z,2025-04-09T13:59:59Z",
        "2025-03-10T13:00:00Z,2025-04-10T13:59:59Z"
    })
    void aGraceEndsWithADayOfItsOriginsZone(Instant now, Instant end) {
        Origin melburnian = new Origin(LotId.reward(1), WELCOME, MELBOURNE, OVER, false, false);

        Undoing undoing = undo(EMPTY, GRACE, now, List.of(dollars(1, 3)), melburnian);

        assertThat(undoing.graces()).extracting(Undoing.Grace::zone).containsExactly(MELBOURNE);
        assertThat(undoing.graces()).extracting(Undoing.Grace::span).containsExactly(Span.of(now, end));
    }

    @Test
    void ofSeveralZonesTheFirstCounts() {
        Origin melburnian = new Origin(LotId.reward(1), WELCOME, MELBOURNE, OVER, false, false);

        Undoing undoing =
                undo(EMPTY, GRACE, List.of(dollars(1, 3), dollars(2, 5)), melburnian, origin(2, WELCOME, OVER));

        assertThat(undoing.graces()).extracting(Undoing.Grace::zone).containsExactly(MELBOURNE);
    }

    @Test
    void aGraceOfOneDayEndsTomorrow() {
        Undoing undoing = undo(EMPTY, new ExpiredValue.Grace(1), List.of(dollars(1, 3)), origin(1, WELCOME, OVER));

        assertThat(undoing.graces())
                .extracting(Undoing.Grace::span)
                .containsExactly(Span.of(NOW, lastSecondOf("2025-03-11")));
    }

    @Test
    void whatComesBackAddsUpToWhatWasTakenWithTheNewLotsLast() {
        Lot open = reward(1, Money.ofDollars(4), until("2025-06-30"));

        Undoing undoing = undo(
                walletOf(open), GRACE, List.of(dollars(2, 5), dollars(1, 3), dollars(3, 1)), origin(2, WELCOME, OVER));

        assertThat(undoing.parts())
                .containsExactly(
                        part(dollars(1, 3), until("2025-06-30")),
                        new GiveBack.Part(
                                LotId.reward(101),
                                500,
                                Money.ofDollars(5),
                                Span.of(NOW, lastSecondOf("2025-04-09")),
                                Optional.of(WELCOME)));
        assertThat(undoing.forfeited()).isEqualTo(Money.ofDollars(1));
    }

    private static Undoing undo(Wallet wallet, ExpiredValue rule, List<Share> shares, Origin... origins) {
        return undo(wallet, rule, NOW, shares, origins);
    }

    /** New lots are numbered from 101 on. */
    private static Undoing undo(Wallet wallet, ExpiredValue rule, Instant now, List<Share> shares, Origin... origins) {
        Map<LotId, Origin> known = Stream.of(origins).collect(Collectors.toMap(Origin::lot, Function.identity()));
        AtomicLong ids = new AtomicLong(100);
        return Undoing.of(shares, known, wallet, now, rule, kind -> new LotId(kind, ids.incrementAndGet()));
    }

    private static Share dollars(long reward, int dollars) {
        return new Share(LotId.reward(reward), dollars * 100L, Money.ofDollars(dollars));
    }

    /** Ten of them are a dollar. */
    private static Share somePoints(long grant, int points) {
        return new Share(LotId.points(grant), points * 100L, Money.ofCents(points * 10L));
    }

    private static GiveBack.Part part(Share share, Span span) {
        return new GiveBack.Part(share.lot(), share.hundredths(), share.dollars(), span, Optional.empty());
    }

    private static Origin origin(long reward, DefinitionRef definition, Span span) {
        return new Origin(LotId.reward(reward), definition, ZoneOffset.UTC, span, false, false);
    }

    private static Origin pointsOrigin(long grant, DefinitionRef definition, Span span) {
        return new Origin(LotId.points(grant), definition, ZoneOffset.UTC, span, false, false);
    }
}
