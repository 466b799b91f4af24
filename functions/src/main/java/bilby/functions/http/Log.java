package bilby.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is told to the operator. Never a message of an exception or anything that a client sent: both can be personal. */
public final class Log {

    private static final int FRAMES = 20;

    private Log() {}

    /**
     * A request that was answered. The runtime puts its id beside it. Of what the client sent there is the profile's id only, and
     * only where the path has one.
     */
    static void answered(Context context, Request request, int status) {
        ObjectNode line = Json.object()
                .put("status", status)
                .put("route", request.route())
                .put("function", context.getFunctionName());
        request.profileId().ifPresent(id -> line.put("profile_id", id.toString()));
        context.getLogger().log(Json.text(line), LogLevel.INFO);
    }

    /** A fault of ours: which request it was, the exceptions' classes, and where they came from. */
    static void failure(Context context, Request request, Throwable thrown) {
        failure(context.getLogger(), request.route(), thrown);
    }

    /** A fault of ours: what it was about, the exceptions' classes, and where they came from. */
    public static void failure(LambdaLogger log, String about, Throwable thrown) {
        StringBuilder text = new StringBuilder("failed: ").append(about);
        for (Optional<Throwable> cause = Optional.of(thrown);
                cause.isPresent();
                cause = cause.map(Throwable::getCause)) {
            text.append('\n').append(cause.get().getClass().getName());
            text.append(Arrays.stream(cause.get().getStackTrace())
                    .limit(FRAMES)
                    .map(frame -> "\n  at " + frame)
                    .collect(Collectors.joining()));
        }
        log.log(text.toString(), LogLevel.ERROR);
    }
}
