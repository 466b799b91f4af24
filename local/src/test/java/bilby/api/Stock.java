package bilby.api;

import bilby.catalogue.RewardDefinition;
import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.reward.Reward;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.wallet.Action;
import bilby.wallet.CommitId;
import bilby.wallet.Decision;
import bilby.wallet.Full;
import bilby.wallet.GiveBack;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import bilby.wallet.Subject;
import bilby.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** Fills a wallet with more rewards than a test would want to ask for one by one. */
final class Stock {

    /** When it fills wallets. */
    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    /** A movement and a row for each, and the wallet. */
    private static final int MOST_OF_ONE_COMMIT = 49;

    /** As long as ids usually are, and before all that the API gives. */
    private static final AtomicLong IDS = new AtomicLong(1L << 49);

    private final Store store;
    private final ProfileId profileId;
    private final long definitionId;

    Stock(Store store, String profile, long definitionId) {
        this.store = store;
        this.profileId = ProfileId.of(profile);
        this.definitionId = definitionId;
    }

    /** The id of the first of so many rewards, which follow one another. */
    long issue(int count, long cents, Span span) {
        long first = IDS.get();
        for (int left = count; left > 0; left -= MOST_OF_ONE_COMMIT) {
            commit(Math.min(left, MOST_OF_ONE_COMMIT), Money.ofCents(cents), span);
        }
        return first;
    }

    /** Opens so many lots at once, as a return does that no redemption was before: without any rows. */
    void open(int count, LotKind kind, long hundredths, Span span) {
        Money dollars = Money.ofCents(hundredths);
        List<GiveBack.Part> parts = Stream.generate(() -> new GiveBack.Part(
                        new LotId(kind, IDS.getAndIncrement()), hundredths, dollars, span, Optional.empty()))
                .limit(count)
                .toList();
        GiveBack giveBack = new GiveBack(Action.RETURN, new Subject.OfUndoing(2, 1, dollars), parts);
        commit(wallet -> Plan.commit(store.moved(giveBack.on(wallet, moment(wallet))), true));
    }

    private void commit(int count, Money value, Span span) {
        RewardDefinition definition =
                store.get(store.rewardDefinitions().key(definitionId)).orElseThrow();
        commit(before -> {
            Wallet wallet = before;
            List<Movement> movements = new ArrayList<>();
            List<Reward> rewards = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                LotId lot = LotId.reward(IDS.getAndIncrement());
                Issue issue = new Issue(lot, value.cents(), span, definition.ref());
                Movement movement = moved(issue.on(wallet, moment(wallet)));
                movements.add(movement);
                rewards.add(reward(lot, value, span, definition, movement));
                wallet = movement.wallet();
            }
            Plan.Commit<Boolean> commit = Plan.commit(store.moved(movements), true);
            rewards.forEach(reward -> commit.and(store.rewards().add(reward)));
            return commit;
        });
    }

    private void commit(Function<Wallet, Plan<Boolean>> decide) {
        NewIds none = new NewIds(InstantSource.fixed(NOW), new Random(1));
        Outcome<Boolean> outcome = store.run(
                () -> Duration.ofMinutes(1),
                none,
                () -> decide.apply(store.get(store.wallets().key(profileId)).orElseThrow()));
        if (!outcome.equals(new Outcome.Answered<>(true))) {
            throw new AssertionError("not committed: " + outcome);
        }
    }

    private static Moment moment(Wallet wallet) {
        return new Moment(wallet.now(NOW), new CommitId("stock"), ExchangeRate.DEFAULT);
    }

    private static Movement moved(Decision<Full> decision) {
        return switch (decision) {
            case Decision.Moved<Full>(Movement movement) -> movement;
            case Decision.Refused<Full> refused -> throw new AssertionError("the wallet is full");
        };
    }

    private Reward reward(LotId lot, Money value, Span span, RewardDefinition definition, Movement movement) {
        return new Reward(
                lot.id(),
                1,
                profileId,
                ZoneOffset.UTC,
                definition.ref(),
                value,
                Money.ZERO,
                span,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                movement.entry().at(),
                movement.entry().at(),
                Optional.empty());
    }
}
