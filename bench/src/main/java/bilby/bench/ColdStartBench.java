package bilby.bench;

import bilby.local.template.TemplateFunction;
import bilby.local.template.TemplateReader;
import bilby.packaged.FunctionsZip;
import bilby.packaged.Wire;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a function takes to its first answer: functions.zip under Lambda's runtime client, against functions that do less,
 * on one DynamoDB. All take turns, round by round.
 */
final class ColdStartBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FUNCTION = "RedeemRewards";
    private static final Path FUNCTIONS = Path.of("functions/target/functions.zip");
    private static final Path LEAST = Path.of("bench/least/target/least.zip");
    private static final Path SPRING = Path.of("bench/spring/target/spring.zip");
    private static final int ROUNDS = 5;
    private static final int CALLS_TO_WARM_UP = 1_000;

    /** Of each process that is measured warm. */
    private static final int WARM_CALLS = 400;

    private final TemplateFunction function =
            TemplateReader.read(Path.of("template.yaml")).function(FUNCTION);
    private final Wire wire;
    private final String event;

    private ColdStartBench(Wire wire, String event) {
        this.wire = wire;
        this.event = event;
    }

    static List<Row> rows() throws Exception {
        Path directory = Files.createTempDirectory("cold");
        try (Served served = new Served();
                Wire wire = Wire.to(served.dynamoDbUri())) {
            Members members = new Members(served);
            String profile = members.of(1).getFirst();
            for (int i = 0; i < CALLS_TO_WARM_UP; i++) {
                members.redeem(profile);
            }
            return new ColdStartBench(wire, event(profile)).run(directory);
        } finally {
            delete(directory);
        }
    }

    private List<Row> run(Path directory) throws Exception {
        FunctionsZip bilby = FunctionsZip.unpack(FUNCTIONS, directory.resolve("bilby"));
        FunctionsZip least = FunctionsZip.unpack(LEAST, directory.resolve("least"));
        Subject redeem = subject(bilby, function.handlerClass());
        Subject primed = subject(bilby, function.handlerClass());
        Subject empty = subject(least, "bilby.bench.least.Empty");
        Subject read = subject(least, "bilby.bench.least.Least");
        Subject apache = subject(least, "bilby.bench.least.LeastByApache");
        Subject jackson = subject(least, "bilby.bench.least.LeastByJackson");
        Subject spring = subject(
                        FunctionsZip.unpack(SPRING, directory.resolve("spring")),
                        "org.springframework.cloud.function.adapter.aws.FunctionInvoker")
                .with("MAIN_CLASS", "bilby.bench.spring.Application");
        for (int round = 0; round < ROUNDS; round++) {
            for (Subject each : List.of(empty, read, apache, jackson)) {
                each.start(0);
            }
            redeem.start(WARM_CALLS);
            spring.start(WARM_CALLS);
            primed.restore(WARM_CALLS);
        }
        return List.of(
                row("Cold: redeem, start to first answer; an empty function", redeem.start(), empty.start(), ""),
                row(
                        "Cold: redeem, start to first answer; the least read",
                        redeem.start(),
                        read.start(),
                        "at most 1.30"),
                row("Cold: redeem, start to ready; the least read", redeem.init(), read.init(), ""),
                row("Cold: redeem, the first request; the least read", redeem.request(), read.request(), ""),
                row(
                        "Cold: redeem primed, restore to first answer; not primed",
                        primed.restored(),
                        redeem.request(),
                        ""),
                Row.ofTimes(
                        "Cold: redeem primed, restore to first answer; its warm p99",
                        primed.restored().quantile(0.5),
                        primed.warm().quantile(0.99),
                        "at most 1.50"),
                row("Cold: the least read by Apache's HTTP client; by the JDK's", apache.start(), read.start(), ""),
                row("Cold: the least read, event by Jackson; by Lambda's own", jackson.start(), read.start(), ""),
                row("Spring Boot: redeem, start to first answer; Bilby", spring.start(), redeem.start(), ""),
                row("Spring Boot: redeem, warm p50; Bilby", spring.warm(), redeem.warm(), ""),
                Row.ofTimes(
                        "Spring Boot: redeem, warm p99; Bilby",
                        spring.warm().quantile(0.99),
                        redeem.warm().quantile(0.99),
                        ""),
                Row.ofSizes("Spring Boot: the zip; Bilby", Files.size(SPRING), Files.size(FUNCTIONS)));
    }

    private static Row row(String what, Times times, Times against, String goal) {
        return Row.ofTimes(what, times.quantile(0.5), against.quantile(0.5), goal);
    }

    private Subject subject(FunctionsZip code, String handlerClass) {
        return new Subject(code, handlerClass, function, wire, event);
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
