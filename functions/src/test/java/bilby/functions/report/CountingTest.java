package bilby.functions.report;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.TestContext;
import bilby.functions.http.Environment;
import bilby.report.Figure;
import bilby.report.Recent;
import bilby.report.Sums;
import bilby.report.Tally;
import bilby.setting.Settings;
import bilby.store.Cut;
import bilby.store.CutOff;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Overtaken;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.store.TestTables;
import bilby.store.WaitingStore;
import bilby.store.memory.InMemoryDynamoDb;
import bilby.wallet.Entry;
import bilby.wallet.Given;
import bilby.wallet.History;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** However the stream tells of the ledger, the figures are its sums. */
class CountingTest {

    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final LocalDate LAST = LocalDate.parse("2035-01-01");
    private static final int MILLIS = 50_000;

    private final DynamoDbClient real = new InMemoryDynamoDb();
    private final Map<String, String> variables = withMetrics(new TestTables(real).create());
    private final List<String> metrics = new ArrayList<>();
    private final Store store = WaitingStore.of(real, variables, new SplittableRandom(0), wait -> {});
    private final List<String> log = new ArrayList<>();
    private Instant now = Given.NOW.plus(Duration.ofDays(200));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void recordsThatComeTwiceLateInAnyOrderOrNotAtAllCountOnce(long seed) {
        List<Entry> entries = ledger(seed);
        List<Entry> told = new ArrayList<>(entries);
        told.addAll(entries);
        Collections.shuffle(told, new Random(seed));
        // Of each fourth the stream never tells; the last one of all comes last.
        told.removeIf(entry -> entry.version() % 4 == 0 && entry.version() < entries.size());
        told.add(entries.getLast());

        Random random = new Random(seed);
        for (int from = 0; from < told.size(); ) {
            int to = Math.min(told.size(), from + random.nextInt(1, 20));
            assertThat(count(real, told.subList(from, to))).isEmpty();
            from = to;
        }

        assertCounted(seed);
    }

    /** Each of the calls that the function makes is its last one, before it is carried out or after it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereverTheFunctionIsCutOffEachEntryCountsOnce(boolean isCarriedOut) {
        for (int calls = 1; ; calls++) {
            CountingTest one = new CountingTest();
            List<Entry> entries = one.ledger(3);
            Cut cut = new Cut(one.real, calls, isCarriedOut);
            CutOff.within(() -> {
                one.count(cut, entries.subList(0, 10));
                one.count(cut, entries.subList(10, entries.size()));
            });

            assertThat(one.count(one.real, entries)).isEmpty();

            one.assertCounted(3);
            if (!cut.isOver()) {
                return;
            }
        }
    }

    /** With nothing counted before, and with something. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void twoFunctionsAtOnceCountEachEntryOnce(int before) {
        List<Entry> entries = ledger(4);
        assertThat(count(real, entries.subList(0, before))).isEmpty();
        DynamoDbClient overtaken = new Overtaken(
                real, () -> assertThat(count(real, entries.subList(0, 7))).isEmpty());

        assertThat(count(overtaken, entries)).isEmpty();

        assertCounted(4);
    }

    @Test
    void oneMemberWhoseLedgerIsBrokenIsToldAndKeepsNoOtherFromBeingCounted() {
        List<Entry> entries = ledger(5);
        Entry foreign = History.of(6).get(1).entry();
        ProfileId other = ProfileId.of("7c9e6679-7425-40de-944b-e07fc1f90ae7");
        List<DynamodbEvent.DynamodbStreamRecord> records = new ArrayList<>();
        records.add(record("first", other, foreign.text().replace(Given.SOMEONE.toString(), other.toString())));
        entries.forEach(entry -> records.add(record("n" + entry.version(), entry.profileId(), entry.text())));

        assertThat(handle(real, records)).containsExactly("first");

        assertCounted(5);
        assertThat(log).anyMatch(line -> line.contains(other.toString()));
    }

    @Test
    void whatIsNoPutIsPassedOver() {
        Entry entry = ledger(1).getFirst();
        DynamodbEvent.DynamodbStreamRecord removed = record("1", entry.profileId(), entry.text());
        removed.setEventName("REMOVE");

        assertThat(handle(real, List.of(removed))).isEmpty();

        assertThat(store.outstanding().all()).isEmpty();
    }

    @Test
    void theLatestMovementsAreTold() {
        List<Entry> entries = ledger(8);
        now = entries.getLast().at();

        assertThat(count(real, entries)).isEmpty();

        assertThat(store.latestMovements(now, 3)).first().isEqualTo(Recent.of(entries.getLast()));
    }

    private void assertCounted(long seed) {
        List<Movement> history = History.of(seed);
        Sums expected = new Sums();
        Tally.none(Given.SOMEONE, Settings.DEFAULT.zone())
                .after(history.stream().map(Movement::entry).toList(), Settings.DEFAULT.zone())
                .pending()
                .forEach(expected::add);
        Map<Figure, Long> found = store.figuresBetween(FIRST, LAST).all();
        assertThat(found).as("seed %d", seed).isEqualTo(expected.all());
        assertThat(store.get(store.figures().tally(Given.SOMEONE)).orElseThrow().wallet())
                .isEqualTo(history.getLast().wallet());
    }

    /** Makes a random ledger of one member, and tells its entries. */
    private List<Entry> ledger(long seed) {
        commit(Plan.commitNew(store.rebuilt(Wallet.empty(Given.SOMEONE), Optional.empty()), false, true));
        List<Movement> history = History.of(seed);
        history.forEach(movement -> commit(Plan.commit(store.moved(movement), true)));
        return history.stream().map(Movement::entry).toList();
    }

    private void commit(Plan<Boolean> plan) {
        Outcome<Boolean> outcome =
                store.run(() -> Duration.ofMinutes(1), new NewIds(() -> now, new SplittableRandom(0)), () -> plan);
        if (!outcome.equals(new Outcome.Answered<>(true))) {
            throw new AssertionError(outcome);
        }
    }

    private static Map<String, String> withMetrics(Map<String, String> tables) {
        Map<String, String> variables = new HashMap<>(tables);
        variables.put("METRICS", "test");
        return variables;
    }

    /** The sequence numbers from which on it is to be told again. */
    private List<String> count(DynamoDbClient client, List<Entry> told) {
        List<DynamodbEvent.DynamodbStreamRecord> records = new ArrayList<>();
        told.forEach(entry -> records.add(record("n" + records.size(), entry.profileId(), entry.text())));
        return handle(client, records);
    }

    private List<String> handle(DynamoDbClient client, List<DynamodbEvent.DynamodbStreamRecord> records) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(records);
        Environment environment = new Environment(
                variables,
                WaitingStore.of(client, variables, new SplittableRandom(1), wait -> {}),
                () -> now,
                new SplittableRandom(2));
        return new CountMovements(environment, metrics::add)
                .handleRequest(event, TestContext.of(MILLIS, log)).getBatchItemFailures().stream()
                        .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                        .toList();
    }

    private static DynamodbEvent.DynamodbStreamRecord record(String number, ProfileId member, String text) {
        AttributeValue id = new AttributeValue(member.toString());
        StreamRecord change = new StreamRecord();
        change.setSequenceNumber(number);
        change.setKeys(Map.of("profile_id", id));
        change.setNewImage(Map.of("profile_id", id, "entry", new AttributeValue(text)));
        DynamodbEvent.DynamodbStreamRecord record = new DynamodbEvent.DynamodbStreamRecord();
        record.setEventName("INSERT");
        record.setDynamodb(change);
        return record;
    }
}
