package bilby.local;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.template.SnapStart;
import bilby.packaged.FunctionsZip;
import bilby.packaged.Sandbox;
import bilby.packaged.Wire;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plays the samples of events/ through what is deployed: functions.zip and nothing else, each function in a process of its
 * own under Lambda's runtime client. Each answer must be like the one that the local server's functions give.
 */
@Tag("packaged")
class PackagedTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter SORTED = JSON.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final SnapStart SNAP_START = SnapStart.in(Path.of("../template.yaml"));

    @TempDir
    private static Path directory;

    /** Gives a function's answer to an event. */
    private interface Play {
        JsonNode invoke(String function, JsonNode event) throws IOException, InterruptedException;
    }

    private static FunctionsZip zip() throws IOException {
        Path root = directory.resolve("task");
        return root.toFile().exists()
                ? new FunctionsZip(root.toAbsolutePath())
                : FunctionsZip.unpack(FunctionsZip.BUILT, root);
    }

    @Test
    void eachFunctionAnswersFromTheZipAloneAsTheLocalServerDoes() throws Exception {
        FunctionsZip zip = zip();
        try (World world = World.start();
                World processes = World.start()) {
            assertThat(play((function, event) -> {
                        try (Sandbox sandbox = Sandbox.start(
                                zip,
                                processes.template().function(function),
                                processes.variables(function, processes.dynamoDbUri()))) {
                            JsonNode answer = JSON.readTree(sandbox.invoke(event.toString()));
                            assertThat(sandbox.log())
                                    .as(function)
                                    .noneMatch(PackagedTest::isFailure)
                                    .noneMatch(PackagedTest::isPersonal)
                                    .allSatisfy(line -> assertThat(
                                                    JSON.readTree(line).isObject())
                                            .isTrue());
                            return answer;
                        }
                    }))
                    .containsExactlyElementsOf(play(world::invoke));
        }
    }

    @Test
    void aRequestLeavesOneLineThatTellsItsIdItsFunctionAndItsProfile() throws Exception {
        FunctionsZip zip = zip();
        String function = "ReadBalances";
        try (World world = World.start();
                Sandbox sandbox = Sandbox.start(
                        zip, world.template().function(function), world.variables(function, world.dynamoDbUri()))) {
            sandbox.invoke(EventsTest.sample(function).toString());

            assertThat(sandbox.log()).hasSize(1);
            JsonNode line = JSON.readTree(sandbox.log().getFirst());
            assertThat(line.path("level").asText()).isEqualTo("INFO");
            assertThat(line.path("AWSRequestId").asText()).isNotEmpty();
            JsonNode message = JSON.readTree(line.path("message").asText());
            assertThat(message.path("status").asInt()).isEqualTo(404);
            assertThat(message.path("function").asText()).isEqualTo(function);
            assertThat(message.path("profile_id").asText()).isEqualTo("3f2b8c1e-6d4a-4e0b-9a57-1c2d3e4f5a6b");
        }
    }

    @Test
    void eachFunctionThatIsKeptAsASnapshotIsPrimedAndAnswersAlikeAfterItsRestore() throws Exception {
        FunctionsZip zip = zip();
        try (World world = World.start();
                World processes = World.start();
                Wire wire = Wire.to(processes.dynamoDbUri())) {
            assertThat(play((function, event) -> {
                        if (!SNAP_START.keeps(function)) {
                            return processes.invoke(function, event);
                        }
                        int before = wire.connections();
                        try (Sandbox sandbox = Sandbox.startSnapshot(
                                zip,
                                processes.template().function(function),
                                processes.variables(function, wire.uri()))) {
                            sandbox.awaitCheckpoint();
                            assertThat(wire.connections())
                                    .as("%s is primed", function)
                                    .isGreaterThan(before);
                            assertThat(sandbox.log())
                                    .as("%s tells nothing of it", function)
                                    .isEmpty();
                            wire.cut();
                            JsonNode answer = JSON.readTree(sandbox.restore().invoke(event.toString()));
                            assertThat(sandbox.log()).as(function).noneMatch(PackagedTest::isFailure);
                            return answer;
                        }
                    }))
                    .containsExactlyElementsOf(play(world::invoke));
        }
    }

    @Test
    void whatCannotBePrimedIsToldAndAnswersAllTheSame() throws Exception {
        FunctionsZip zip = zip();
        try (World world = World.start();
                Wire wire = Wire.to(world.dynamoDbUri())) {
            String function = "ReadBalances";
            wire.refuse(true);
            try (Sandbox sandbox = Sandbox.startSnapshot(
                    zip, world.template().function(function), world.variables(function, wire.uri()))) {
                sandbox.awaitCheckpoint();
                wire.refuse(false);
                assertThat(sandbox.log()).anyMatch(line -> line.contains("failed: priming"));
                JsonNode answer = JSON.readTree(
                        sandbox.restore().invoke(EventsTest.sample(function).toString()));
                assertThat(answer.path("statusCode").asInt()).isEqualTo(404);
            }
        }
    }

    /** All samples in the order of a story; each function's answer after its name. */
    private static List<String> play(Play play) throws IOException, InterruptedException {
        Likeness likeness = new Likeness();
        Map<String, JsonNode> answers = new HashMap<>();
        Map<String, String> told = new LinkedHashMap<>();
        for (EventsTest.Step step : EventsTest.STEPS) {
            JsonNode answer = play.invoke(step.function(), step.event(answers));
            answers.put(step.function(), answer);
            told.put(step.function(), likeness.of(sorted(answer)));
        }
        for (String function : EventsTest.functionsWithoutARoute().toList()) {
            told.put(function, likeness.of(sorted(play.invoke(function, EventsTest.sample(function)))));
        }
        return told.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .toList();
    }

    /** A function that answers with a map answers in any order. */
    private static String sorted(JsonNode answer) throws IOException {
        return SORTED.writeValueAsString(JSON.convertValue(answer, Object.class));
    }

    /** The samples are of one Mary O'Brien. */
    private static boolean isPersonal(String line) {
        return Stream.of("Brien", "Mary", "mary", "+614", "Bearer").anyMatch(line::contains);
    }

    /** A function logs its failures, and the runtime what goes wrong around it. */
    private static boolean isFailure(String line) {
        return line.contains("\"level\":\"ERROR\"") || line.contains("Exception");
    }
}
