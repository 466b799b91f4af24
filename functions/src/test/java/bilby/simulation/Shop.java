package bilby.simulation;

import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.RewardType;
import bilby.money.EarnRate;
import bilby.money.Money;
import bilby.profile.Profile;
import bilby.setting.Setting;
import bilby.setting.Settings;
import bilby.store.NewIds;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.store.WaitingStore;
import bilby.token.Token;
import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What there is before a history begins: a token, two reward definitions, and members who own nothing. */
final class Shop {

    static final String SECRET = "simulation";
    static final ProfileId NOBODY = member(0);

    /** The definition whose rewards may be extended, and the one whose may not. */
    static final long EXTENDABLE = 1;

    static final long FIXED = 2;

    private static final CommitId OPENING = new CommitId("opening");

    /** The store by a client that never fails. */
    final Store store;

    final List<ProfileId> members;

    Shop(DynamoDbClient client, int count) {
        Tables.create(client);
        store = WaitingStore.of(client, Tables.VARIABLES, new SplittableRandom(0), duration -> {});
        members = LongStream.rangeClosed(1, count).mapToObj(Shop::member).toList();
        commit(Plan.commit(
                store.tokens()
                        .add(Token.of(
                                SECRET,
                                "simulation",
                                List.of("*"),
                                Clock.START,
                                Clock.START.plus(100_000, ChronoUnit.DAYS))),
                true));
        commit(Plan.commit(store.rewardDefinitions().add(definition(EXTENDABLE, true)), true));
        commit(Plan.commit(store.rewardDefinitions().add(definition(FIXED, false)), true));
        commit(Plan.commit(
                store.settings()
                        .change(
                                Settings.DEFAULT.with(Setting.EARN_RATE, new EarnRate(Rules.USUAL.earn()), Clock.START),
                                OPENING),
                true));
        members.forEach(id -> commit(Plan.commitNew(store.profiles().add(profile(id)), false, true)
                .claiming(store.wallets().create(id), false)));
    }

    private void commit(Plan<Boolean> plan) {
        var _ = store.run(
                () -> Duration.ofMinutes(1),
                new NewIds(InstantSource.fixed(Clock.START), new SplittableRandom(0)),
                () -> plan);
    }

    private static ProfileId member(long number) {
        return new ProfileId(new UUID(0x4000L, Long.MIN_VALUE | number));
    }

    private static Profile profile(ProfileId id) {
        return new Profile(
                id,
                1,
                OPENING,
                Optional.of("Ada"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "{}",
                Clock.START,
                Clock.START);
    }

    private static RewardDefinition definition(long id, boolean isExtendable) {
        return new RewardDefinition(
                id,
                1,
                OPENING,
                "Ten",
                "ten-" + id,
                RewardType.OTHER,
                Money.ofDollars(10),
                Optional.empty(),
                new Period(PeriodType.DAYS, Model.USUAL_DAYS, Optional.empty()),
                new RewardDefinition.Window(Optional.empty(), Optional.empty()),
                true,
                true,
                isExtendable,
                "{}",
                Clock.START,
                Clock.START);
    }
}
