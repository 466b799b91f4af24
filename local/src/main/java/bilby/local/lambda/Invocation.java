package bilby.local.lambda;

import bilby.local.template.Arns;
import bilby.local.template.TemplateFunction;
import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a handler is told about the one invocation it is in. */
final class Invocation implements Context {

    private final TemplateFunction function;
    private final String requestId = UUID.randomUUID().toString();
    private final long start = System.nanoTime();

    Invocation(TemplateFunction function) {
        this.function = function;
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + function.id();
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public String getFunctionName() {
        return function.id();
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return Arns.function(function.id());
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    /** By the machine's own clock: what Bilby's clock is set to changes no time-out. */
    @Override
    public int getRemainingTimeInMillis() {
        Duration left = function.timeout().minusNanos(System.nanoTime() - start);
        return Math.toIntExact(Math.max(0, left.toMillis()));
    }

    @Override
    public int getMemoryLimitInMB() {
        return function.memory();
    }

    @Override
    public LambdaLogger getLogger() {
        return ConsoleLogger.INSTANCE;
    }
}
