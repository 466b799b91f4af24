package bilby.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.HttpCode;
import bilby.local.template.TemplateFunction;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LambdaFunctionTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void whoeverIsOutOfPatienceLeavesTheFunctionRunning() throws InterruptedException {
        CountDownLatch isInterrupted = new CountDownLatch(1);

        assertThat(function(LONG, waiting(isInterrupted)).invoke(event(), SHORT))
                .isInstanceOf(Outcome.Pending.class);
        assertThat(isInterrupted.getCount()).isOne();
    }

    @Test
    void aFunctionThatRunsIntoItsTimeOutIsStopped() throws InterruptedException {
        CountDownLatch isInterrupted = new CountDownLatch(1);

        assertThat(function(SHORT, waiting(isInterrupted)).invoke(event(), LONG))
                .isEqualTo(new Outcome.Failed("Sandbox.Timedout"));
        isInterrupted.await();
    }

    @Test
    void anErrorFailsTheInvocationToo() throws InterruptedException {
        LambdaFunction function = function(LONG, (event, context) -> {
            throw new StackOverflowError();
        });

        assertThat(function.invoke(event(), LONG)).isEqualTo(new Outcome.Failed("java.lang.StackOverflowError"));
    }

    @Test
    void theHandlerIsToldAboutItsInvocation() throws InterruptedException {
        LambdaFunction function = function(LONG, (event, context) -> {
            assertThat(context.getFunctionName()).isEqualTo("F");
            assertThat(context.getAwsRequestId()).isNotEmpty();
            assertThat(context.getMemoryLimitInMB()).isEqualTo(512);
            assertThat(context.getRemainingTimeInMillis()).isBetween(0, 60_000);
            return APIGatewayV2HTTPResponse.builder().withStatusCode(200).build();
        });

        assertThat(function.invoke(event(), LONG)).isInstanceOf(Outcome.Answered.class);
    }

    private RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> waiting(CountDownLatch isInterrupted) {
        return (event, context) -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                isInterrupted.countDown();
            }
            return new APIGatewayV2HTTPResponse();
        };
    }

    private static LambdaFunction function(
            Duration timeout, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler) {
        return new LambdaFunction(
                new TemplateFunction(
                        "F", "a.B", timeout, 512, Map.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
                HttpCode.of(handler));
    }

    private static byte[] event() {
        return "{}".getBytes(StandardCharsets.UTF_8);
    }
}
