package bilby.bench;

import bilby.local.template.TemplateFunction;
import bilby.local.template.TemplateReader;
import bilby.packaged.FunctionsZip;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long a function takes to its first answer: functions.zip under Lambda's runtime client, against functions that do less,
 * on one DynamoDB. All take turns, round by round.
 */
final class ColdStartBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FUNCTION = "RedeemRewards";
    private static final Path LEAST = Path.of("bench/least/target/least.zip");
    private static final int ROUNDS = 5;
    private static final int CALLS_TO_WARM_UP = 1_000;

    /** Of each process that is measured warm. */
    private static final int WARM_CALLS = 1_000;

    private final Served served;
    private final Path directory;
    private final TemplateFunction function =
            TemplateReader.read(Path.of("template.yaml")).function(FUNCTION);

    private ColdStartBench(Served served, Path directory) {
        this.served = served;
        this.directory = directory;
    }

    static List<Row> rows() throws Exception {
        Path directory = Files.createTempDirectory("cold");
        try (Served served = new Served()) {
            return new ColdStartBench(served, directory).run();
        } finally {
            delete(directory);
        }
    }

    private List<Row> run() throws Exception {
        Members members = new Members(served);
        String profile = members.of(1).getFirst();
        for (int i = 0; i < CALLS_TO_WARM_UP; i++) {
            members.redeem(profile);
        }
        String event = event(profile);
        FunctionsZip least = unpack(LEAST, "least");
        Subject redeem =
                subject(unpack(Path.of("functions/target/functions.zip"), "functions"), function.handlerClass(), event);
        Subject empty = subject(least, "bilby.bench.least.Empty", event);
        Subject read = subject(least, "bilby.bench.least.Least", event);
        Subject apache = subject(least, "bilby.bench.least.LeastByApache", event);
        Subject jackson = subject(least, "bilby.bench.least.LeastByJackson", event);
        for (int round = 0; round < ROUNDS; round++) {
            for (Subject each : List.of(redeem, empty, read, apache, jackson)) {
                each.start(0);
            }
            redeem.restore(WARM_CALLS);
        }
        return List.of(
                row(
                        "Cold: redeem, start to first answer, against an empty function",
                        redeem.start(),
                        empty.start(),
                        ""),
                row(
                        "Cold: redeem, start to first answer, against the least read",
                        redeem.start(),
                        read.start(),
                        "at most 1.30"),
                row("Cold: redeem, start to ready, against the least read", redeem.init(), read.init(), ""),
                row("Cold: redeem, its first request, against the least read", redeem.request(), read.request(), ""),
                row("Cold: redeem, its first request, primed against not", redeem.restored(), redeem.request(), ""),
                Row.ofTimes(
                        "Cold: redeem primed, restore to first answer, against a warm p99",
                        redeem.restored().quantile(0.5),
                        redeem.warm().quantile(0.99),
                        "at most 1.50"),
                row("Cold: the least read, Apache's HTTP client against the JDK's", apache.start(), read.start(), ""),
                row(
                        "Cold: the least read, the event by Jackson against Lambda's own",
                        jackson.start(),
                        read.start(),
                        ""));
    }

    private static Row row(String what, Times times, Times against, String goal) {
        return Row.ofTimes(what, times.quantile(0.5), against.quantile(0.5), goal);
    }

    private Subject subject(FunctionsZip code, String handlerClass, String event) {
        Map<String, String> variables = new HashMap<>(function.variables());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", served.dynamoDbUri().toString());
        return new Subject(code, handlerClass, function, variables, event);
    }

    private FunctionsZip unpack(Path zip, String name) throws IOException {
        return FunctionsZip.unpack(zip, directory.resolve(name));
    }

    /** The sample of a redemption, of a dollar and for this profile. */
    private static String event(String profile) throws IOException {
        ObjectNode event =
                (ObjectNode) JSON.readTree(Path.of("events", FUNCTION + ".json").toFile());
        event.withObject("/pathParameters").put("profile", profile);
        return event.put("body", "{\"amount\":\"1\"}").toString();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
