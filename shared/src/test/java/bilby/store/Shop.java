package bilby.store;

import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import bilby.wallet.CommitId;
import bilby.wallet.Decision;
import bilby.wallet.Entry;
import bilby.wallet.Given;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Redeem;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A store in tables of its own, and what its members do there, each as a request does it. */
final class Shop {

    static final Instant NOW = Given.NOW;

    /** What a redemption is answered with. */
    sealed interface Answer {
        record Redeemed(Redemption redemption) implements Answer {}

        record Refused(Redeem.Refusal why) implements Answer {}

        record Taken() implements Answer {}
    }

    final FaultyClient client;
    final Patience patience;
    final Store store;

    /** The same tables, by a client that never fails. */
    private final Store undisturbed;

    private final DynamoDbClient real;

    private final Random random = new Random(1);
    private final AtomicLong numbers = new AtomicLong();

    private Shop(Dynamo dynamo, Patience patience) {
        this.patience = patience;
        real = dynamo.client();
        client = new FaultyClient(real);
        Map<String, String> tables = new TestTables(real).create();
        store = new Store(client, tables, random, patience);
        undisturbed = new Store(real, tables, random, patience);
    }

    /** Where requests may try as often as any test needs. */
    static Shop open(Dynamo dynamo) {
        return new Shop(dynamo, Patience.forTries(1_000));
    }

    static Shop withPatienceFor(int tries, Dynamo dynamo) {
        return new Shop(dynamo, Patience.forTries(tries));
    }

    NewIds newIds() {
        return new NewIds(InstantSource.fixed(NOW), random);
    }

    <A> Outcome<A> run(Supplier<Plan<A>> decide) {
        return store.run(patience, newIds(), decide);
    }

    /** Commits for the test's sake, at once and past all faults. */
    void commit(Change change) {
        write(change.writes());
    }

    void commit(Plan.Commit<String> plan) {
        write(plan.writes());
    }

    /** Writes at once and past all faults. */
    void write(List<Write> writes) {
        real.transactWriteItems(request ->
                request.transactItems(writes.stream().map(Write::action).toList()));
    }

    /** A member with an empty wallet. */
    ProfileId member() {
        ProfileId id = new ProfileId(UUID.randomUUID());
        write(List.of(store.wallets().create(id)));
        return id;
    }

    /** A member with one reward, without an expiry, of so many dollars. */
    ProfileId memberWith(Money reward) {
        ProfileId id = member();
        issue(id, LotId.reward(numbers.incrementAndGet()), reward);
        return id;
    }

    void issue(ProfileId member, LotId lot, Money value) {
        Issue issue = new Issue(lot, value.cents(), Given.forever(), Given.DEFINITION);
        commit(store.moved(Given.moved(issue.on(wallet(member), moment(new CommitId("issue"))))));
    }

    /** A redemption as one request does it: with a commit id and new ids of its own, the same in each try. */
    Outcome<Answer> redeem(ProfileId member, Money amount) {
        return redeem(store, member, amount);
    }

    /** A redemption by somebody whom no fault concerns. */
    Outcome<Answer> redeemUndisturbed(ProfileId member, Money amount) {
        return redeem(undisturbed, member, amount);
    }

    private Outcome<Answer> redeem(Store through, ProfileId member, Money amount) {
        CommitId commit = new CommitId("redeem-" + numbers.incrementAndGet());
        NewIds ids = newIds();
        return through.run(patience, ids, () -> {
            Wallet wallet = through.get(through.wallets().key(member)).orElseThrow();
            Redeem redeem = new Redeem(ids.get(0), amount, Given.redeem(amount).strategies(), true);
            return switch (redeem.on(wallet, moment(commit))) {
                case Decision.Refused<Redeem.Refusal>(Redeem.Refusal why) -> Plan.nothing(new Answer.Refused(why));
                case Decision.Moved<Redeem.Refusal>(Movement movement) -> {
                    Redemption redemption = redemption(ids.get(0), movement);
                    yield Plan.<Answer>commit(through.moved(movement), new Answer.Redeemed(redemption))
                            .and(through.redemptions().add(redemption));
                }
            };
        });
    }

    static Redemption redemption(long id, Movement movement) {
        Entry entry = movement.entry();
        return new Redemption(
                id,
                1,
                entry.profileId(),
                RedemptionType.REDEEM,
                entry.version(),
                entry.value(),
                entry.value(),
                Money.ZERO,
                Money.ZERO,
                false,
                Optional.empty(),
                Optional.empty(),
                new Redemption.Reference(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                entry.at(),
                entry.at());
    }

    static Moment moment(CommitId commit) {
        return new Moment(NOW, commit, ExchangeRate.DEFAULT);
    }

    Wallet wallet(ProfileId member) {
        return undisturbed.get(store.wallets().key(member)).orElseThrow();
    }

    Money rewardsOf(ProfileId member) {
        return wallet(member).balances(NOW).rewards();
    }

    /** All entries of a member, the first first. */
    List<Entry> ledgerOf(ProfileId member) {
        List<Key<Entry>> keys = LongStream.rangeClosed(1, wallet(member).version())
                .mapToObj(version -> store.ledger().key(member, version))
                .toList();
        return undisturbed.read(keys).all(keys);
    }

    /** The wallet that the ledger tells of. */
    Wallet foldOf(ProfileId member) {
        Wallet folded = Wallet.empty(member);
        for (Entry entry : ledgerOf(member)) {
            folded = folded.after(entry);
        }
        return folded;
    }
}
