package bilby.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Lambda tells a function: how much time is left, and where its log is. */
public final class TestContext {

    private TestContext() {}

    /** With so much time left; the log takes the lines that the function logs. */
    public static Context of(int millisLeft, List<String> log) {
        LambdaLogger logger = new LambdaLogger() {
            @Override
            public void log(String message) {
                log.add(message);
            }

            @Override
            public void log(byte[] message) {
                log(new String(message, StandardCharsets.UTF_8));
            }
        };
        return (Context) Proxy.newProxyInstance(
                TestContext.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemainingTimeInMillis" -> millisLeft;
                    case "getLogger" -> logger;
                    case "getFunctionName" -> "function";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
