package bilby.local.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;

/** Where Lambda would write to CloudWatch, writes to the console. */
enum ConsoleLogger implements LambdaLogger {
    INSTANCE;

    @Override
    public void log(String message) {
        System.out.println(message.stripTrailing());
    }

    @Override
    public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
    }
}
