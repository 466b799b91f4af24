package bilby.functions.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is told to the operator. Never a message of an exception or anything that a client sent: both can be personal. */
public final class Log {

    private static final int FRAMES = 20;

    private Log() {}

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
