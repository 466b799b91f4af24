package bilby.local.streams;

import bilby.local.dynamodb.DynamoDb;
import bilby.local.lambda.LambdaFunction;
import bilby.local.sqs.Sqs;
import bilby.local.template.Arns;
import bilby.local.template.StreamSource;
import bilby.local.template.Template;
import bilby.local.template.TemplateException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Gives functions the records of the streams that the template's events name, until it is closed. */
public final class Streams implements AutoCloseable {

    private final DynamoDbStreamsClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<StreamPoller> pollers = new ArrayList<>();

    private Streams(DynamoDbStreamsClient client) {
        this.client = client;
    }

    /**
     * Starts those that are enabled.
     *
     * @throws TemplateException if a function names the stream of a table that has none
     */
    public static Streams start(Template template, Collection<LambdaFunction> functions, DynamoDb dynamoDb, Sqs sqs) {
        Streams streams = new Streams(dynamoDb.streams());
        try (DynamoDbClient tables = dynamoDb.client()) {
            for (LambdaFunction function : functions) {
                for (StreamSource source : function.definition().streams()) {
                    if (template.table(source.table()).stream().isEmpty()) {
                        throw new TemplateException(
                                "Resources." + source.table(),
                                "it has no stream for " + function.definition().id());
                    }
                    if (source.isEnabled()) {
                        String arn = tables.describeTable(describe -> describe.tableName(source.table()))
                                .table()
                                .latestStreamArn();
                        streams.pollers.add(new StreamPoller(
                                streams.client,
                                arn,
                                function,
                                source,
                                records -> giveUp(function, source, records, sqs)));
                    }
                }
            }
        }
        streams.pollers.forEach(streams.threads::execute);
        return streams;
    }

    /** Tells of what was given up as Lambda does: which records they were, not what they hold. */
    private static void giveUp(LambdaFunction function, StreamSource source, List<Record> records, Sqs sqs) {
        String first = records.getFirst().dynamodb().sequenceNumber();
        String last = records.getLast().dynamodb().sequenceNumber();
        System.err.println(function.definition().id() + " failed for good with the records " + first + " to " + last
                + " of " + source.table());
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.putObject("requestContext").put("condition", "RetryAttemptsExhausted");
        message.putObject("DDBStreamBatchInfo")
                .put("startSequenceNumber", first)
                .put("endSequenceNumber", last)
                .put("batchSize", records.size())
                .put("streamArn", Arns.stream(source.table()));
        source.onFailure().ifPresent(queue -> {
            try (SqsClient queues = sqs.client()) {
                queues.sendMessage(send -> send.queueUrl(sqs.url(queue)).messageBody(message.toString()));
            }
        });
    }

    /**
     * Waits until all that had been written when this was called has been given to the functions.
     *
     * @return whether it has, within the limit
     */
    public boolean awaitIdle(Duration limit) throws InterruptedException {
        for (StreamPoller poller : pollers) {
            if (!poller.awaitIdle(limit)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
    }
}
