package bilby.local.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.nio.charset.StandardCharsets;

/** Where Lambda would write to CloudWatch, writes to the console. */
enum ConsoleLogger implements LambdaLogger {
    INSTANCE;

    @Override
    public void log(String message) {
        System.out.println(message.stripTrailing());
    }

    /** A console shows what goes wrong, and not each request that went well. */
    @Override
    public void log(String message, LogLevel level) {
        if (level.compareTo(LogLevel.INFO) > 0) {
            log(message);
        }
    }

    @Override
    public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
    }
}
