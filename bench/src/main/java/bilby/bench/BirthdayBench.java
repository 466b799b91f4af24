package bilby.bench;

import static bilby.bench.Served.changed;
import static bilby.bench.Served.number;
import static bilby.bench.Served.text;
import static java.util.Objects.requireNonNull;

import bilby.birthday.BirthdayPlace;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * How fast a run of birthdays issues, against the same commits made bare: 100,000 members of whom 5,000 have the day, on a
 * local server, through its queue, the handlers and its tables.
 */
final class BirthdayBench {

    private static final int MEMBERS = 100_000;
    private static final int BORN = 5_000;
    private static final int AT_ONCE = 16;

    /** The number of a member whose birthday is the day before. */
    private static final long OF_THE_DAY_BEFORE = 67;

    private static final String ZONE = "Australia/Melbourne";
    private static final MonthDay DAY = MonthDay.of(3, 10);

    private final Served served;
    private final DynamoDbClient client;

    private BirthdayBench(Served served) {
        this.served = served;
        this.client = served.client();
    }

    static List<Row> rows() throws Exception {
        try (Served served = new Served()) {
            return new BirthdayBench(served).run();
        }
    }

    private List<Row> run() throws Exception {
        served.call("PUT", "/_local/clock", "{\"now\":\"2026-01-05T00:00:00Z\"}");
        served.call(
                "POST",
                "/api/v3/rewards/definitions",
                "{\"name\":\"Birthday\",\"handle\":\"birthday\",\"type\":\"birthday\",\"value\":10,\"period\":30}");
        String model = profile();
        fill(model);
        served.call("PUT", "/_local/clock", "{\"now\":\"2026-03-09T12:00:00Z\"}");
        served.call("POST", "/_local/schedules/PlanBirthdays", "");

        List<Callable<Void>> commits = commits(id(OF_THE_DAY_BEFORE));
        double bare = perSecond(BORN, () -> together(commits));
        served.call("PUT", "/_local/clock", "{\"now\":\"2026-03-09T13:00:00Z\"}");
        double run = perSecond(BORN, () -> served.call("POST", "/_local/schedules/PlanBirthdays", ""));

        JsonNode report =
                served.call("GET", "/api/v3/birthday-runs/2026-03-10", "").path("data");
        if (report.path("issued").asInt() != BORN) {
            throw new IllegalStateException("not all were issued theirs: " + report);
        }
        return List.of(Row.ofRates(
                "Birthdays, %,d members of whom %,d have the day".formatted(MEMBERS, BORN),
                run,
                bare,
                "at least 0.80"));
    }

    /** A member whose items are the model of all the others'. */
    private String profile() {
        return served.call(
                        "POST",
                        "/api/v3/profiles",
                        "{\"first_name\":\"Ada\",\"birth_day\":11,\"birth_month\":8,\"timezone\":\"" + ZONE + "\"}")
                .at("/data/id")
                .asText();
    }

    private void fill(String model) throws Exception {
        Map<String, AttributeValue> profile = served.item("ProfilesTable", Map.of("id", text(model)));
        Map<String, AttributeValue> wallet = served.item("WalletsTable", Map.of("profile_id", text(model)));
        List<Callable<Void>> batches = new ArrayList<>();
        for (int from = 0; from < MEMBERS; from += 12) {
            List<WriteRequest> profiles = new ArrayList<>();
            List<WriteRequest> wallets = new ArrayList<>();
            for (int number = from; number < Math.min(MEMBERS, from + 12); number++) {
                String id = id(number);
                boolean isBorn = number % (MEMBERS / BORN) == 0;
                MonthDay day = isBorn ? DAY : other(number);
                profiles.add(put(changed(
                        profile,
                        Map.of(
                                "id", AttributeValue.fromS(id),
                                "birth_month", number(day.getMonthValue()),
                                "birth_day", number(day.getDayOfMonth()),
                                "birthday_place",
                                        AttributeValue.fromS(new BirthdayPlace(day, ZONE, shard(id)).name())))));
                wallets.add(put(changed(wallet, Map.of("profile_id", AttributeValue.fromS(id)))));
            }
            batches.add(() -> {
                client.batchWriteItem(
                        write -> write.requestItems(Map.of("ProfilesTable", profiles, "WalletsTable", wallets)));
                return null;
            });
        }
        together(batches);
    }

    private static int shard(String id) {
        return Math.floorMod(id.hashCode(), BirthdayPlace.SHARDS);
    }

    private static MonthDay other(int number) {
        MonthDay day = MonthDay.from(LocalDate.of(2025, 1, 1).plusDays(number % 365));
        return day.equals(DAY) ? MonthDay.of(8, 11) : day;
    }

    /**
     * The commits of so many rewards, for members who have none: as one was issued just now, item by item, with the ids of
     * each member instead and the conditions that the product states.
     */
    private List<Callable<Void>> commits(String issued) {
        Map<String, AttributeValue> wallet = served.item("WalletsTable", Map.of("profile_id", text(issued)));
        Map<String, AttributeValue> entry =
                served.item("LedgerTable", Map.of("profile_id", text(issued), "version", number(1)));
        Map<String, AttributeValue> reward = served.item("RewardsTable", Map.of("id", rewardOf(issued)));
        Map<String, AttributeValue> claim =
                served.item("ClaimsTable", Map.of("claim", text("birthday#1#" + issued + "#2026")));
        return IntStream.range(0, BORN)
                .<Callable<Void>>mapToObj(number -> () -> {
                    AttributeValue id = text(id(number * (MEMBERS / BORN) + 1));
                    client.transactWriteItems(commit -> commit.transactItems(
                            BareCalls.put(
                                    "WalletsTable",
                                    changed(wallet, Map.of("profile_id", id)),
                                    put -> put.conditionExpression("#version = :version and #open = :open")
                                            .expressionAttributeNames(Map.of("#version", "version", "#open", "open"))
                                            .expressionAttributeValues(Map.of(
                                                    ":version", number(0), ":open", AttributeValue.fromBool(true)))),
                            BareCalls.put(
                                    "LedgerTable",
                                    changed(entry, Map.of("profile_id", id)),
                                    BareCalls.absent("profile_id")),
                            BareCalls.put(
                                    "RewardsTable",
                                    changed(reward, Map.of("profile_id", id, "id", number(number + 1L))),
                                    BareCalls.absent("id")),
                            BareCalls.put(
                                    "ClaimsTable",
                                    changed(claim, Map.of("claim", text("birthday#1#" + id.s() + "#2026"))),
                                    BareCalls.absent("claim"))));
                    return null;
                })
                .toList();
    }

    private AttributeValue rewardOf(String profile) {
        return requireNonNull(client.query(query -> query.tableName("RewardsTable")
                        .indexName("by_profile")
                        .keyConditionExpression("profile_id = :profile")
                        .expressionAttributeValues(Map.of(":profile", text(profile))))
                .items()
                .getFirst()
                .get("id"));
    }

    private static String id(long number) {
        return new ProfileId(new UUID(0x4000L, Long.MIN_VALUE | number)).toString();
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double perSecond(int count, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return count * 1e9 / (System.nanoTime() - start);
    }

    private static void together(List<Callable<Void>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(item).build())
                .build();
    }
}
