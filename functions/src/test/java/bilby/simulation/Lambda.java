package bilby.simulation;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/** What Lambda tells a function, of which the time that is left matters. A fault that is logged breaks the history off. */
record Lambda(Object about, IntSupplier millisLeft) implements Context, LambdaLogger {

    @Override
    public int getRemainingTimeInMillis() {
        return millisLeft.getAsInt();
    }

    @Override
    public void log(String message) {
        throw new LawBroken(Law.SERIAL_ORDER, message + "\nin " + about);
    }

    /** That a request was answered is no fault. */
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

    @Override
    public LambdaLogger getLogger() {
        return this;
    }

    @Override
    public String getAwsRequestId() {
        return "simulated";
    }

    @Override
    public String getLogGroupName() {
        return "simulated";
    }

    @Override
    public String getLogStreamName() {
        return "simulated";
    }

    @Override
    public String getFunctionName() {
        return "simulated";
    }

    @Override
    public String getFunctionVersion() {
        return "simulated";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "simulated";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }
}
