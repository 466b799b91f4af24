package bilby.bench;

import static java.util.Objects.requireNonNull;

import bilby.birthday.BirthdayPlace;
import bilby.local.LocalServer;
import bilby.local.Options;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * How fast a run of birthdays issues, against the same commits made bare: 100,000 members of whom 5,000 have the day, on a
 * local server, through its queue, the handlers and its tables. {@code mvn -Pbench} prints it.
 */
public final class BirthdayBench {

    private static final int MEMBERS = 100_000;
    private static final int BORN = 5_000;
    private static final int AT_ONCE = 16;

    /** The number of a member whose birthday is the day before. */
    private static final long OF_THE_DAY_BEFORE = 67;

    private static final String ZONE = "Australia/Melbourne";
    private static final MonthDay DAY = MonthDay.of(3, 10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final LocalServer server;
    private final DynamoDbClient client;

    private BirthdayBench(LocalServer server) {
        this.server = server;
        this.client = DynamoDbClient.builder()
                .endpointOverride(server.dynamoDbUri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    public static void main(String[] arguments) throws Exception {
        try (LocalServer server = LocalServer.start(Options.free(Path.of(arguments[0])))) {
            new BirthdayBench(server).run();
        }
    }

    private void run() throws Exception {
        call("PUT", "/_local/clock", "{\"now\":\"2026-01-05T00:00:00Z\"}");
        call(
                "POST",
                "/api/v3/rewards/definitions",
                "{\"name\":\"Birthday\",\"handle\":\"birthday\",\"type\":\"birthday\",\"value\":10,\"period\":30}");
        String model = profile();
        List<String> born = fill(model);
        call("PUT", "/_local/clock", "{\"now\":\"2026-03-09T12:00:00Z\"}");
        call("POST", "/_local/schedules/PlanBirthdays", "");

        List<Callable<Void>> commits = commits(id(OF_THE_DAY_BEFORE));
        double bare = perSecond(BORN, () -> together(commits));
        call("PUT", "/_local/clock", "{\"now\":\"2026-03-09T13:00:00Z\"}");
        double run = perSecond(BORN, () -> call("POST", "/_local/schedules/PlanBirthdays", ""));

        JsonNode report = call("GET", "/api/v3/birthday-runs/2026-03-10", "").path("data");
        System.out.printf("members                        %,d, of whom %,d have the day%n", MEMBERS, born.size());
        System.out.printf(
                "issued                         %,d, failed %d%n",
                report.path("issued").asInt(), report.path("failed").asInt());
        System.out.printf("commits made bare              %.0f a second, %d at once%n", bare, AT_ONCE);
        System.out.printf("rewards issued by the run      %.0f a second%n", run);
        System.out.printf("the run against the bare ones  %.2f%n", run / bare);
    }

    /** A member whose items are the model of all the others'. */
    private String profile() {
        return call(
                        "POST",
                        "/api/v3/profiles",
                        "{\"first_name\":\"Ada\",\"birth_day\":11,\"birth_month\":8,\"timezone\":\"" + ZONE + "\"}")
                .at("/data/id")
                .asText();
    }

    private List<String> fill(String model) throws Exception {
        Map<String, AttributeValue> profile = item("ProfilesTable", Map.of("id", text(model)));
        Map<String, AttributeValue> wallet = item("WalletsTable", Map.of("profile_id", text(model)));
        List<String> born = new ArrayList<>();
        List<Callable<Void>> batches = new ArrayList<>();
        for (int from = 0; from < MEMBERS; from += 12) {
            List<WriteRequest> profiles = new ArrayList<>();
            List<WriteRequest> wallets = new ArrayList<>();
            for (int number = from; number < Math.min(MEMBERS, from + 12); number++) {
                String id = id(number);
                boolean isBorn = number % (MEMBERS / BORN) == 0;
                MonthDay day = isBorn ? DAY : other(number);
                if (isBorn) {
                    born.add(id);
                }
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
        return born;
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
        Map<String, AttributeValue> wallet = item("WalletsTable", Map.of("profile_id", text(issued)));
        Map<String, AttributeValue> entry =
                item("LedgerTable", Map.of("profile_id", text(issued), "version", number(1)));
        Map<String, AttributeValue> reward = item("RewardsTable", Map.of("id", rewardOf(issued)));
        Map<String, AttributeValue> claim =
                item("ClaimsTable", Map.of("claim", text("birthday#1#" + issued + "#2026")));
        return IntStream.range(0, BORN)
                .<Callable<Void>>mapToObj(number -> () -> {
                    AttributeValue id = text(id(number * (MEMBERS / BORN) + 1));
                    client.transactWriteItems(commit -> commit.transactItems(
                            write(
                                    "WalletsTable",
                                    changed(wallet, Map.of("profile_id", id)),
                                    put -> put.conditionExpression("#version = :version and #open = :open")
                                            .expressionAttributeNames(Map.of("#version", "version", "#open", "open"))
                                            .expressionAttributeValues(Map.of(
                                                    ":version", number(0), ":open", AttributeValue.fromBool(true)))),
                            write("LedgerTable", changed(entry, Map.of("profile_id", id)), absent("profile_id")),
                            write(
                                    "RewardsTable",
                                    changed(reward, Map.of("profile_id", id, "id", number(number + 1L))),
                                    absent("id")),
                            write(
                                    "ClaimsTable",
                                    changed(claim, Map.of("claim", text("birthday#1#" + id.s() + "#2026"))),
                                    absent("claim"))));
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

    private static Consumer<Put.Builder> absent(String key) {
        return put ->
                put.conditionExpression("attribute_not_exists(#key)").expressionAttributeNames(Map.of("#key", key));
    }

    private static TransactWriteItem write(
            String table, Map<String, AttributeValue> item, Consumer<Put.Builder> condition) {
        Put.Builder put = Put.builder().tableName(table).item(item);
        condition.accept(put);
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private static String id(long number) {
        return new ProfileId(new UUID(0x4000L, Long.MIN_VALUE | number)).toString();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
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

    private Map<String, AttributeValue> item(String table, Map<String, AttributeValue> key) {
        return client.getItem(get -> get.tableName(table).key(key)).item();
    }

    private static Map<String, AttributeValue> changed(
            Map<String, AttributeValue> item, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.putAll(values);
        return changed;
    }

    private static WriteRequest put(Map<String, AttributeValue> item) {
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(item).build())
                .build();
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private JsonNode call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .timeout(Duration.ofMinutes(20))
                .header("Authorization", "Bearer local")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + ": " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
