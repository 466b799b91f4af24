package bilby.functions.http;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.jspecify.annotations.Nullable;

/** The context of a request that nobody sent: there is plenty of time, and whatever is logged of it is dropped. */
final class Silence implements Context {

    private static final String NOBODY = "rehearsal";

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {}

            @Override
            public void log(byte[] message) {}
        };
    }

    @Override
    public int getRemainingTimeInMillis() {
        return 10_000;
    }

    @Override
    public int getMemoryLimitInMB() {
        return 0;
    }

    @Override
    public String getAwsRequestId() {
        return NOBODY;
    }

    @Override
    public String getLogGroupName() {
        return NOBODY;
    }

    @Override
    public String getLogStreamName() {
        return NOBODY;
    }

    @Override
    public String getFunctionName() {
        return NOBODY;
    }

    @Override
    public String getFunctionVersion() {
        return NOBODY;
    }

    @Override
    public String getInvokedFunctionArn() {
        return NOBODY;
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }
}
