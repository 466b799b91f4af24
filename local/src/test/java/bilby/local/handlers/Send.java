package bilby.local.handlers;

import bilby.functions.http.Environment;
import bilby.queue.Queue;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.List;

/** Leaves the messages that its event lists, and answers with them. */
public final class Send implements RequestHandler<List<String>, List<String>> {

    private final Queue queue;

    public Send(Environment environment) {
        this.queue = environment.queue("WORK_QUEUE_URL");
    }

    @Override
    public List<String> handleRequest(List<String> messages, Context context) {
        queue.send(messages);
        return messages;
    }
}
