package bilby.functions.birthday;

import bilby.birthday.BirthdayOutcome;
import bilby.birthday.BirthdayRun;
import bilby.birthday.Watermark;
import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.RewardType;
import bilby.functions.http.Environment;
import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.profile.Birthday;
import bilby.profile.Profile;
import bilby.queue.Queues;
import bilby.reward.Reward;
import bilby.setting.Setting;
import bilby.setting.Settings;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.store.TestTables;
import bilby.store.WaitingStore;
import bilby.store.memory.InMemoryDynamoDb;
import bilby.wallet.Close;
import bilby.wallet.CommitId;
import bilby.wallet.Decision;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Full;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.Moment;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A shop whose birthdays are planned and issued, by a clock that a test moves. */
final class Shop {

    static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final int MILLIS = 290_000;

    final DynamoDbClient real;
    private final Map<String, String> variables;
    private final Queues queues;

    /** By a client that never fails. */
    final Store store;

    final Deque<String> queue = new ArrayDeque<>();
    final List<String> log = new ArrayList<>();
    final List<String> metrics = new ArrayList<>();
    Instant now = Instant.parse("2025-01-01T00:30:00Z");
    private final Map<String, Integer> deliveries = new HashMap<>();
    private boolean isBegun;
    private int members;
    private int seeds;

    /** In memory. */
    Shop() {
        this(new InMemoryDynamoDb());
    }

    /** On tables of its own, and with a queue in memory. */
    Shop(DynamoDbClient real) {
        this.real = real;
        this.variables = new HashMap<>(new TestTables(real).create());
        variables.putAll(Map.of("BIRTHDAY_QUEUE_URL", "queue", "AT_ONCE", "1", "METRICS", "test"));
        this.queues = url -> queue::addAll;
        this.store = WaitingStore.of(real, variables, new SplittableRandom(0), wait -> {});
    }

    /**
     * On tables and with a queue that are there.
     *
     * @param variables as template.yaml declares them for the worker
     */
    Shop(DynamoDbClient real, Map<String, String> variables, Queues queues) {
        this.real = real;
        this.variables = variables;
        this.queues = queues;
        this.store = WaitingStore.of(real, variables, new SplittableRandom(0), wait -> {});
    }

    ProfileId member(String birthday, Optional<ZoneId> zone) {
        return member(new ProfileId(new UUID(0x4000L, Long.MIN_VALUE | ++members)), birthday, zone);
    }

    ProfileId member(ProfileId id, String birthday, Optional<ZoneId> zone) {
        Profile profile = new Profile(
                id,
                1,
                new CommitId("new"),
                Optional.of("Jane"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Birthday(MonthDay.parse("--" + birthday), Optional.empty())),
                Optional.of(now),
                zone,
                "{}",
                now,
                now);
        commit(Plan.commitNew(store.profiles().add(profile), false, true)
                .claiming(store.wallets().create(id), false));
        return id;
    }

    /** The profile with another birthday or zone, since long ago. */
    void change(ProfileId id, String birthday, ZoneId zone) {
        Profile before = store.get(store.profiles().key(id)).orElseThrow();
        commit(Plan.commit(
                store.profiles()
                        .replace(new Profile(
                                id,
                                before.version() + 1,
                                new CommitId("change"),
                                before.firstName(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new Birthday(MonthDay.parse("--" + birthday), Optional.empty())),
                                before.birthdaySince(),
                                Optional.of(zone),
                                "{}",
                                before.createdAt(),
                                now)),
                true));
    }

    /** A definition that is published and assignable, of ten dollars for thirty days. */
    RewardDefinition definition(long id) {
        RewardDefinition definition = new RewardDefinition(
                id,
                1,
                new CommitId("new"),
                "Birthday",
                "birthday-" + id,
                RewardType.BIRTHDAY,
                Money.ofDollars(10),
                Optional.empty(),
                new Period(PeriodType.DAYS, 30, Optional.empty()),
                new RewardDefinition.Window(Optional.empty(), Optional.empty()),
                true,
                true,
                false,
                "{}",
                now,
                now);
        commit(Plan.commit(store.rewardDefinitions().add(definition), true));
        return definition;
    }

    /** The definition with another window, or published or assignable or not. */
    RewardDefinition change(
            RewardDefinition before, RewardDefinition.Window window, boolean isPublished, boolean isAssignable) {
        RewardDefinition after = new RewardDefinition(
                before.id(),
                before.version() + 1,
                before.commit(),
                before.name(),
                before.handle(),
                before.type(),
                before.value(),
                before.maxValue(),
                before.period(),
                window,
                isPublished,
                isAssignable,
                before.isExtendable(),
                before.details(),
                before.createdAt(),
                before.updatedAt());
        commit(Plan.commit(store.rewardDefinitions().replace(after), true));
        return after;
    }

    /** Issues as many rewards as a wallet takes. */
    void fill(ProfileId id) {
        Wallet wallet = wallet(id);
        int lots = 0;
        while (lots < 2_000) {
            List<Movement> movements = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                Decision<Full> issue = new Issue(LotId.reward(++lots), 1, Span.from(now), new DefinitionRef(1, 1))
                        .on(wallet, moment());
                movements.add(((Decision.Moved<Full>) issue).movement());
                wallet = movements.getLast().wallet();
            }
            commit(Plan.commit(store.moved(movements), true));
        }
    }

    /** Deletes a profile, as far as it goes before the index shows it. */
    void close(ProfileId id) {
        Decision<Close.StillOpen> close = new Close(true).on(wallet(id), moment());
        commit(Plan.commit(store.moved(((Decision.Moved<Close.StillOpen>) close).movement()), true));
    }

    Wallet wallet(ProfileId id) {
        return store.get(store.wallets().key(id)).orElseThrow();
    }

    private Moment moment() {
        return new Moment(now, new CommitId("shop"), ExchangeRate.DEFAULT);
    }

    <T> void set(Setting<T> setting, T value) {
        Settings settings = store.get(store.settings().key()).orElse(Settings.DEFAULT);
        commit(Plan.commit(store.settings().change(settings.with(setting, value, now), new CommitId("set")), true));
    }

    void commit(Plan<Boolean> plan) {
        Outcome<Boolean> outcome =
                store.run(() -> Duration.ofMinutes(1), new NewIds(() -> now, new SplittableRandom(0)), () -> plan);
        if (!outcome.equals(new Outcome.Answered<>(true))) {
            throw new AssertionError(outcome);
        }
    }

    /** Makes it this time, and all days that began before it are planned and done. */
    void beginAt(Instant instant) {
        long version =
                store.get(store.birthdays().watermark()).map(Watermark::version).orElse(0L);
        Watermark before = new Watermark(version + 1, instant.minusSeconds(1), 0);
        commit(Plan.commit(store.birthdays().save(before), true));
        now = instant;
        isBegun = true;
    }

    /** Moves the clock hour by hour, from two days before at the earliest, with a plan each hour, whose messages are all worked off. */
    void until(String instant) {
        Instant end = Instant.parse(instant);
        if (!isBegun) {
            beginAt(end.minus(Duration.ofDays(2)));
        }
        while (now.isBefore(end)) {
            now = now.plus(Duration.ofHours(1));
            plan();
            work();
        }
    }

    void plan() {
        plan(real);
    }

    void plan(DynamoDbClient client) {
        var _ = new PlanBirthdays(environment(client)).handleRequest(new ScheduledEvent(), context(MILLIS));
    }

    void work() {
        while (!queue.isEmpty()) {
            String message = queue.remove();
            if (!deliver(real, message)) {
                throw new AssertionError("a message failed: " + message + log);
            }
        }
    }

    /** Whether a message that is delivered is done. */
    boolean deliver(DynamoDbClient client, String message) {
        return deliver(client, List.of(message), MILLIS).getBatchItemFailures().isEmpty();
    }

    SQSBatchResponse deliver(DynamoDbClient client, List<String> messages, int millis) {
        List<SQSEvent.SQSMessage> records = new ArrayList<>();
        for (String message : messages) {
            SQSEvent.SQSMessage delivered = new SQSEvent.SQSMessage();
            delivered.setMessageId("message-" + records.size());
            delivered.setBody(message);
            delivered.setAttributes(
                    Map.of("ApproximateReceiveCount", Integer.toString(deliveries.merge(message, 1, Integer::sum))));
            records.add(delivered);
        }
        return handle(client, records, millis);
    }

    SQSBatchResponse handle(List<SQSEvent.SQSMessage> messages) {
        return handle(real, messages, MILLIS);
    }

    private SQSBatchResponse handle(DynamoDbClient client, List<SQSEvent.SQSMessage> messages, int millis) {
        SQSEvent event = new SQSEvent();
        event.setRecords(messages);
        return new IssueBirthdays(environment(client), metrics::add).handleRequest(event, context(millis));
    }

    private Environment environment(DynamoDbClient client) {
        return new Environment(
                variables,
                WaitingStore.of(client, variables, new SplittableRandom(seeds++), wait -> {}),
                queues,
                () -> now,
                new SplittableRandom(seeds++));
    }

    private Context context(int millis) {
        LambdaLogger logger = new LambdaLogger() {
            @Override
            public void log(String message) {
                log.add(message);
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
        return (Context) Proxy.newProxyInstance(
                Shop.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemainingTimeInMillis" -> millis;
                    case "getLogger" -> logger;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    List<Reward> rewards(ProfileId member) {
        List<Key<Reward>> keys =
                store.rewardsOf(member).stream().map(store.rewards()::key).toList();
        return store.read(keys).all(keys);
    }

    BirthdayRun run(String date) {
        return store.birthdayRun(LocalDate.parse(date)).orElseThrow();
    }

    Map<BirthdayOutcome, Long> counts(String date) {
        return run(date).counts();
    }
}
