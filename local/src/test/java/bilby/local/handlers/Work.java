package bilby.local.handlers;

import bilby.functions.http.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Handles the messages that are good, and no others. */
public final class Work implements RequestHandler<SQSEvent, SQSBatchResponse> {

    /** The messages that were handled; no test but one at a time may send any. */
    public static final Queue<String> HANDLED = new ConcurrentLinkedQueue<>();

    public Work(Environment environment) {}

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        event.getRecords().stream()
                .map(SQSMessage::getBody)
                .filter(Work::isGood)
                .forEach(HANDLED::add);
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(message -> !isGood(message.getBody()))
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }

    private static boolean isGood(String body) {
        return body.startsWith("good");
    }
}
