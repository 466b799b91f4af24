package bilby.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bilby.local.http.Address;
import bilby.local.lambda.Code;
import bilby.local.lambda.LambdaFunction;
import bilby.local.template.Template;
import bilby.local.template.TemplateException;
import bilby.local.template.TemplateReader;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A function of the test's, on a queue of ElasticMQ. */
@Timeout(60)
class PollersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONG = Duration.ofSeconds(50);

    private final Sqs sqs = Sqs.listen(Address.loopback(0));
    private final SqsClient client = sqs.client();
    private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
    private Optional<Pollers> pollers = Optional.empty();

    @AfterEach
    void stop() {
        pollers.ifPresent(Pollers::close);
        client.close();
        sqs.close();
    }

    @Test
    void theEventIsAsLambdaWritesIt() throws Exception {
        BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
        Template template = template("BatchSize: 1");
        sqs.start(template.queues());
        poll(
                template,
                new Code<Map<String, Object>, Boolean>(
                        (event, context) -> events.add(JSON.valueToTree(event)), Map.class, Boolean.class));
        client.sendMessage(request -> request.queueUrl(sqs.url("Q"))
                .messageBody("hello")
                .messageAttributes(Map.of(
                        "colour",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("red")
                                .build(),
                        "bytes",
                        MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(SdkBytes.fromByteArray(new byte[] {1, 2}))
                                .build())));

        ObjectNode message = (ObjectNode) events.take().path("Records").path(0);
        ObjectNode attributes = (ObjectNode) message.remove("attributes");
        assertThat(message.remove("messageId").asText()).isNotEmpty();
        assertThat(message.remove("receiptHandle").asText()).isNotEmpty();
        assertThat(message).isEqualTo(JSON.readTree("""
                {
                  "body": "hello",
                  "messageAttributes": {
                    "colour": {
                      "stringValue": "red", "stringListValues": [], "binaryListValues": [], "dataType": "String"
                    },
                    "bytes": {
                      "binaryValue": "AQI=", "stringListValues": [], "binaryListValues": [], "dataType": "Binary"
                    }
                  },
                  "md5OfBody": "5d41402abc4b2a76b9719d911017c592",
                  "eventSource": "aws:sqs",
                  "eventSourceARN": "arn:aws:sqs:ap-southeast-2:000000000000:Q",
                  "awsRegion": "ap-southeast-2"
                }
                """));
        assertThat(attributes.path("ApproximateReceiveCount").asText()).isEqualTo("1");
        assertThat(attributes.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                        "ApproximateReceiveCount", "SentTimestamp", "SenderId", "ApproximateFirstReceiveTimestamp");
    }

    @Test
    void whatIsHandledIsDeletedAndABatchIsNoLargerThanTheTemplateSays() throws Exception {
        BlockingQueue<Integer> sizes = new LinkedBlockingQueue<>();
        start("BatchSize: 3", event -> {
            sizes.add(event.getRecords().size());
            return none();
        });
        send(IntStream.range(0, 20).mapToObj(Integer::toString).toArray(String[]::new));

        assertThat(pollers.orElseThrow().awaitEmpty(LONG)).isTrue();
        assertThat(sizes).allMatch(size -> size <= 3);
        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(20);
    }

    @Test
    void onlyTheMessagesThatAreReportedComeBackAndAfterTheLastTimeTheyAreDead() throws Exception {
        start("FunctionResponseTypes: [ReportBatchItemFailures]", failing("poison"::equals));
        send("good", "poison", "better");

        assertThat(pollers.orElseThrow().awaitEmpty(LONG)).isTrue();
        assertThat(bodies).containsExactlyInAnyOrder("good", "poison", "better", "poison");
        assertThat(Depth.of(client, sqs.url("D"))).isEqualTo(new Depth(1, 0, 0));
    }

    @Test
    void withoutReportsAFailureIsOfTheWholeBatch() throws Exception {
        AtomicInteger invocations = new AtomicInteger();
        start("BatchSize: 10", event -> {
            event.getRecords().forEach(message -> bodies.add(message.getBody()));
            if (invocations.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time it fails");
            }
            return new SQSBatchResponse(
                    List.of(new BatchItemFailure(event.getRecords().getFirst().getMessageId())));
        });
        send("one");

        assertThat(pollers.orElseThrow().awaitEmpty(LONG)).isTrue();
        assertThat(bodies).containsExactly("one", "one");
        assertThat(Depth.of(client, sqs.url("D")).total()).isZero();
    }

    @Test
    void asManyRunAtOnceAsTheTemplateSaysAndNoMore() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch isOneTooMany = new CountDownLatch(1);
        start("BatchSize: 1\n            ScalingConfig: {MaximumConcurrency: 2}", event -> {
            int now = running.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
            if (now > 2) {
                isOneTooMany.countDown();
            }
            await(isOneTooMany, Duration.ofMillis(300));
            running.decrementAndGet();
            return none();
        });
        send("1", "2", "3", "4");

        assertThat(pollers.orElseThrow().awaitEmpty(LONG)).isTrue();
        assertThat(most).hasValue(2);
    }

    @Test
    void aQueueIsNotEmptyWhileAMessageIsInFlight() throws Exception {
        CountDownLatch isReceived = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        start("BatchSize: 1", event -> {
            isReceived.countDown();
            await(goesOn, LONG);
            bodies.add("done");
            return none();
        });
        send("one");
        isReceived.await();

        assertThat(pollers.orElseThrow().awaitEmpty(Duration.ZERO)).isFalse();
        goesOn.countDown();
        assertThat(pollers.orElseThrow().awaitEmpty(LONG)).isTrue();
        assertThat(bodies).containsExactly("done");
    }

    @Test
    void aSourceThatIsDisabledIsNeitherReadNorWaitedFor() throws Exception {
        start("Enabled: false", failing(body -> false));
        send("one");

        assertThat(pollers.orElseThrow().awaitEmpty(Duration.ZERO)).isTrue();
        assertThat(Depth.of(client, sqs.url("Q"))).isEqualTo(new Depth(1, 0, 0));
    }

    @Test
    void aQueueThatKeepsAMessageForLessThanItsFunctionMayRunIsRefused() {
        Template template =
                TemplateReader.read(text("BatchSize: 1").replace("VisibilityTimeout: 60", "VisibilityTimeout: 2"));
        sqs.start(template.queues());

        assertThatThrownBy(() -> poll(template, code(failing(body -> false))))
                .isInstanceOf(TemplateException.class)
                .hasMessage("Resources.Q: its VisibilityTimeout is less than the Timeout of F");
    }

    private void start(String property, Work work) {
        Template template = template(property);
        sqs.start(template.queues());
        poll(template, code(work));
    }

    private void poll(Template template, Code<?, ?> code) {
        pollers = Optional.of(Pollers.start(template, List.of(new LambdaFunction(template.function("F"), code)), sqs));
    }

    /** What the function does. */
    @FunctionalInterface
    private interface Work {
        SQSBatchResponse on(SQSEvent event);
    }

    private static Code<SQSEvent, SQSBatchResponse> code(Work work) {
        RequestHandler<SQSEvent, SQSBatchResponse> handler = (event, context) -> work.on(event);
        return new Code<>(handler, SQSEvent.class, SQSBatchResponse.class);
    }

    /** Tells all bodies, and reports the messages with some of them. */
    private Work failing(Predicate<String> isBad) {
        return event -> {
            List<BatchItemFailure> failures = new ArrayList<>();
            for (SQSMessage message : event.getRecords()) {
                bodies.add(message.getBody());
                if (isBad.test(message.getBody())) {
                    failures.add(new BatchItemFailure(message.getMessageId()));
                }
            }
            return new SQSBatchResponse(failures);
        };
    }

    private static void await(CountDownLatch latch, Duration limit) {
        try {
            latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SQSBatchResponse none() {
        return new SQSBatchResponse(List.of());
    }

    private void send(String... messages) {
        for (String message : messages) {
            client.sendMessage(request -> request.queueUrl(sqs.url("Q")).messageBody(message));
        }
    }

    private static Template template(String property) {
        return TemplateReader.read(text(property));
    }

    private static String text(String property) {
        return """
                Resources:
                  D: {Type: 'AWS::SQS::Queue'}
                  Q:
                    Type: AWS::SQS::Queue
                    Properties:
                      VisibilityTimeout: 60
                      RedrivePolicy: {deadLetterTargetArn: !GetAtt D.Arn, maxReceiveCount: 2}
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: a.B
                      Timeout: 55
                      Events:
                        Messages:
                          Type: SQS
                          Properties:
                            Queue: !GetAtt Q.Arn
                            %s
                """.formatted(property);
    }
}
