package bilby.local.lambda;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the console why a function failed: where in the code, but no message, which may quote a request. */
final class Failures {

    private static final int FRAMES = 30;

    private Failures() {}

    static void tell(String function, String reason) {
        System.err.println(function + " " + reason);
    }

    static void tell(String function, Throwable thrown) {
        tell(function, "threw " + causes(thrown));
    }

    private static String causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getClass().getName() + frames(cause))
                .collect(Collectors.joining(System.lineSeparator() + "Caused by: "));
    }

    private static String frames(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .limit(FRAMES)
                .map(frame -> System.lineSeparator() + "\tat " + frame)
                .collect(Collectors.joining());
    }
}
