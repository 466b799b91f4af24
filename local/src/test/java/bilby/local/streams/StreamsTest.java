package bilby.local.streams;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.dynamodb.DynamoDb;
import bilby.local.http.Address;
import bilby.local.lambda.Code;
import bilby.local.lambda.LambdaFunction;
import bilby.local.sqs.Sqs;
import bilby.local.template.Queue;
import bilby.local.template.StreamSource;
import bilby.local.template.Table;
import bilby.local.template.TableKey;
import bilby.local.template.Template;
import bilby.local.template.TemplateFunction;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A function of the test's, on the stream of a table of DynamoDB Local. */
@Timeout(60)
class StreamsTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Table TABLE = new Table(
            "Things", new TableKey(List.of("id"), List.of()), Map.of("id", "S"), List.of(), Optional.of("NEW_IMAGE"));
    private static final Queue FAILED = new Queue("Failed", Duration.ofSeconds(30), Optional.empty());

    private final Sqs sqs = Sqs.listen(Address.loopback(0));
    private final DynamoDb dynamoDb = DynamoDb.listen(Address.loopback(0), Optional.empty());
    private final List<String> given = Collections.synchronizedList(new ArrayList<>());
    private Optional<Streams> streams = Optional.empty();

    @BeforeEach
    void start() {
        sqs.start(List.of(FAILED));
        dynamoDb.start(List.of(TABLE));
    }

    @AfterEach
    void stop() {
        streams.ifPresent(Streams::close);
        sqs.close();
        dynamoDb.close();
    }

    @Test
    void theRecordsAreGivenInTheirOrderAsLambdaWritesThem() throws Exception {
        Streams started = serve(10, true, event -> {
            event.getRecords().forEach(record -> {
                assertThat(record.getEventName()).isEqualTo("INSERT");
                assertThat(record.getEventSourceARN()).contains("table/Things/stream/");
                assertThat(record.getDynamodb().getApproximateCreationDateTime())
                        .isNotNull();
                assertThat(record.getDynamodb().getKeys()).containsOnlyKeys("id");
                assertThat(requireNonNull(record.getDynamodb().getNewImage().get("n"))
                                .getN())
                        .isEqualTo("7");
            });
            return List.of();
        });
        put("a", "b", "c");

        assertThat(started.awaitIdle(LONG)).isTrue();
        assertThat(given).containsExactly("a", "b", "c");
    }

    @Test
    void fromTheFirstThatFailedOnTheyAreGivenAgain() throws Exception {
        List<String> failed = new ArrayList<>(List.of("b"));
        Streams started = serve(
                10,
                false,
                event -> event.getRecords().stream()
                        .filter(record -> failed.remove(id(record)))
                        .map(record -> record.getDynamodb().getSequenceNumber())
                        .toList());
        put("a", "b", "c");

        assertThat(started.awaitIdle(LONG)).isTrue();
        assertThat(given).endsWith("b", "c").contains("a");
        assertThat(Collections.frequency(given, "b")).isEqualTo(2);
        assertThat(Collections.frequency(given, "a")).isEqualTo(1);
    }

    @Test
    void whatFailsTooOftenIsToldAndHoldsUpNoOther() throws Exception {
        Streams started = serve(2, true, event -> {
            if (event.getRecords().stream().anyMatch(record -> id(record).equals("b"))) {
                throw new IllegalStateException("poison");
            }
            return List.of();
        });
        put("a", "b", "c", "d");

        assertThat(started.awaitIdle(LONG)).isTrue();
        assertThat(given).contains("a", "c", "d");
        try (SqsClient client = sqs.client()) {
            List<Message> messages = client.receiveMessage(
                            receive -> receive.queueUrl(sqs.url("Failed")).maxNumberOfMessages(10))
                    .messages();
            assertThat(messages)
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).contains("\"batchSize\":1"));
        }
    }

    private Streams serve(int retries, boolean bisects, Function<DynamodbEvent, List<String>> failures) {
        StreamSource source = new StreamSource("Things", 10, retries, bisects, true, Optional.of("Failed"), true);
        TemplateFunction definition = new TemplateFunction(
                "F",
                "a.B",
                Duration.ofSeconds(10),
                128,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(source),
                List.of());
        Template template = new Template(
                Map.of(), List.of(definition), List.of(TABLE), List.of(FAILED), Optional.empty(), Map.of());
        Code<DynamodbEvent, StreamsEventResponse> code = new Code<>(
                (event, context) -> {
                    event.getRecords().forEach(record -> given.add(id(record)));
                    return new StreamsEventResponse(failures.apply(event).stream()
                            .map(StreamsEventResponse.BatchItemFailure::new)
                            .toList());
                },
                DynamodbEvent.class,
                StreamsEventResponse.class);
        Streams started = Streams.start(template, List.of(new LambdaFunction(definition, code)), dynamoDb, sqs);
        streams = Optional.of(started);
        return started;
    }

    private static String id(DynamodbEvent.DynamodbStreamRecord record) {
        return requireNonNull(record.getDynamodb().getKeys().get("id")).getS();
    }

    private void put(String... ids) {
        try (DynamoDbClient client = dynamoDb.client()) {
            for (String id : ids) {
                client.putItem(put -> put.tableName("Things")
                        .item(Map.of("id", AttributeValue.fromS(id), "n", AttributeValue.fromN("7"))));
            }
        }
    }
}
