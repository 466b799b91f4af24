package bilby.store;

import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.PointDefinition;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.RewardType;
import bilby.catalogue.Source;
import bilby.money.EarnRate;
import bilby.money.Money;
import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.profile.Birthday;
import bilby.profile.Identity;
import bilby.profile.Profile;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import bilby.reward.Reward;
import bilby.sale.Earning;
import bilby.sale.Sale;
import bilby.token.Token;
import bilby.wallet.CommitId;
import bilby.wallet.Given;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Records with nothing in them that need not be, and with everything. No two parts of one are alike. */
final class Records {

    static final CommitId COMMIT = new CommitId("c0ffee");
    static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    static final Instant CREATED = Instant.parse("2025-03-01T01:00:00Z");
    static final Instant UPDATED = Instant.parse("2025-03-02T02:00:00Z");

    private Records() {}

    static Reward bareReward(long id, ProfileId profileId) {
        return new Reward(
                id,
                1,
                profileId,
                MELBOURNE,
                Given.DEFINITION,
                Money.ofDollars(10),
                Money.ZERO,
                Given.forever(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CREATED,
                UPDATED,
                Optional.empty());
    }

    static Reward fullReward(long id, ProfileId profileId) {
        return new Reward(
                id,
                1,
                profileId,
                MELBOURNE,
                Given.DEFINITION,
                Money.ofDollars(10),
                Money.ofCents(350),
                Span.of(Given.noonOf("2025-01-01"), Given.lastSecondOf("2025-06-30")),
                Optional.of(Given.noonOf("2025-02-01")),
                Optional.of("POS-1"),
                Optional.of("{\"a\":1}"),
                Optional.of(new Source("return", Optional.of(99L))),
                CREATED,
                UPDATED,
                Optional.of(Given.noonOf("2025-04-01")));
    }

    static PointGrant barePoints(long id, ProfileId profileId) {
        return new PointGrant(
                id,
                1,
                profileId,
                Given.DEFINITION,
                Points.of(100),
                Points.ZERO,
                Given.forever(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                CREATED,
                UPDATED);
    }

    static PointGrant fullPoints(long id, ProfileId profileId) {
        return new PointGrant(
                id,
                1,
                profileId,
                Given.DEFINITION,
                Points.of(100),
                Points.ofHundredths(3_507),
                Span.of(Given.noonOf("2025-01-01"), Given.lastSecondOf("2025-06-30")),
                Optional.of(Given.noonOf("2024-12-30")),
                Optional.of("Sorry"),
                Optional.of("POS-4"),
                Optional.of("{\"c\":3}"),
                Optional.of(new Source("return", Optional.of(98L))),
                CREATED,
                UPDATED);
    }

    static Redemption bareRedemption(long id, ProfileId profileId) {
        return new Redemption(
                id,
                1,
                profileId,
                RedemptionType.REDEEM,
                3,
                Money.ofDollars(5),
                Money.ofDollars(6),
                Money.ZERO,
                Money.ZERO,
                false,
                Optional.empty(),
                Optional.empty(),
                new Redemption.Reference(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                CREATED,
                UPDATED);
    }

    static Redemption fullRedemption(long id, ProfileId profileId) {
        return new Redemption(
                id,
                1,
                profileId,
                RedemptionType.RETURN,
                3,
                Money.ofDollars(5),
                Money.ofDollars(6),
                Money.ofDollars(2),
                Money.ofDollars(1),
                true,
                Optional.of(41L),
                Optional.of(42L),
                new Redemption.Reference(
                        Optional.of("Fitzroy"), Optional.of("POS-2"), Optional.of("R-3"), Optional.of("{\"b\":2}")),
                CREATED,
                UPDATED);
    }

    static Sale sale(long id) {
        return sale(id, 1);
    }

    /** By nobody known, with nothing in it that need not be. */
    static Sale sale(long id, long version) {
        return new Sale(
                id,
                version,
                COMMIT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Money.ofDollars(80),
                MELBOURNE,
                Given.noonOf("2025-03-05"),
                false,
                Earning.at(EarnRate.NONE),
                "{}",
                CREATED,
                UPDATED);
    }

    static Sale fullSale(long id, ProfileId buyer) {
        return new Sale(
                id,
                1,
                COMMIT,
                Optional.of(buyer),
                Optional.of("POS-3"),
                Optional.of(43L),
                Money.ofCents(-1_250),
                MELBOURNE,
                Given.noonOf("2025-03-05"),
                true,
                new Earning(new EarnRate(new BigDecimal("1.5")), Points.ofHundredths(1_875), Optional.of(44L)),
                "{\"items\":[]}",
                CREATED,
                UPDATED);
    }

    static Profile profile() {
        return new Profile(
                Given.SOMEONE,
                1,
                COMMIT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "{}",
                CREATED,
                UPDATED);
    }

    static Profile fullProfile(Optional<Integer> birthYear) {
        return new Profile(
                Given.SOMEONE,
                1,
                COMMIT,
                Optional.of("Kim"),
                Optional.of("Nguyễn"),
                Optional.of("Kim@example.com"),
                Optional.of("+61 400 000 000"),
                Birthday.of(2, 29, birthYear),
                Optional.of(CREATED),
                Optional.of(MELBOURNE),
                List.of(
                        new Identity(7, "card", "C-1", true, true, CREATED, UPDATED),
                        new Identity(8, "shop", "9", false, false, CREATED, CREATED)),
                "{\"gender\":\"x\"}",
                CREATED,
                UPDATED);
    }

    static Token token(String secret) {
        return new Token(
                Token.idOf(secret),
                "till",
                List.of("read-rewards", "redeem-strategy"),
                false,
                CREATED,
                CREATED,
                CREATED.plusSeconds(31_536_000));
    }

    static RewardDefinition definition(long id, long version) {
        return definition(id, version, "Welcome");
    }

    static RewardDefinition definition(long id, long version, String name) {
        return new RewardDefinition(
                id,
                version,
                COMMIT,
                name,
                "welcome",
                RewardType.CUSTOMER_SERVICE,
                Money.ofDollars(10),
                Optional.empty(),
                new Period(PeriodType.DAYS, 30, Optional.empty()),
                new RewardDefinition.Window(Optional.empty(), Optional.empty()),
                true,
                false,
                false,
                "{}",
                CREATED,
                UPDATED);
    }

    static RewardDefinition fullDefinition(long id) {
        return new RewardDefinition(
                id,
                1,
                COMMIT,
                "Welcome",
                "welcome",
                RewardType.BIRTHDAY,
                Money.ofDollars(10),
                Optional.of(Money.ofDollars(50)),
                new Period(PeriodType.ABSOLUTE_DATE, 1, Optional.of(LocalDateTime.parse("2025-12-31T18:00:00"))),
                new RewardDefinition.Window(
                        Optional.of(LocalDateTime.parse("2025-01-01T00:00:00")),
                        Optional.of(LocalDateTime.parse("2025-11-30T23:59:59"))),
                false,
                true,
                true,
                "{\"icon\":\"gift\"}",
                CREATED,
                UPDATED);
    }

    static PointDefinition pointDefinition(long id, long version) {
        return pointDefinition(id, version, Optional.empty());
    }

    static PointDefinition pointDefinition(long id, long version, Optional<Period> period) {
        return new PointDefinition(
                id, version, COMMIT, "Summer", "summer", period, "{\"notes\":\"n\"}", CREATED, UPDATED);
    }
}
