package bilby.local.handlers;

import bilby.functions.http.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers with its event, whatever it is; with nothing, if the event is empty. */
public final class Tell implements RequestHandler<Map<String, Object>, Object> {

    public Tell(Environment environment) {}

    @Override
    public @Nullable Object handleRequest(Map<String, Object> event, Context context) {
        return event.isEmpty() ? null : event;
    }
}
