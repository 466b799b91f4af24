package bilby.local.handlers;

import bilby.functions.http.Environment;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;

/** Answers in the kinds of ways that a gateway treats in a way of its own. */
public final class Answer implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    public Answer(Environment environment) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        APIGatewayV2HTTPResponse.APIGatewayV2HTTPResponseBuilder answer =
                APIGatewayV2HTTPResponse.builder().withStatusCode(200);
        return switch (event.getRawPath()) {
            case "/answers/empty" -> answer.withStatusCode(204).build();
            case "/answers/cookies" ->
                answer.withCookies(List.of("a=1; Path=/", "b=2")).build();
            case "/answers/bytes" ->
                answer.withHeaders(Map.of("Content-Type", "image/gif"))
                        .withBody("AQID")
                        .withIsBase64Encoded(true)
                        .build();
            case "/answers/text" -> answer.withBody("naïve").build();
            case "/answers/large" ->
                answer.withBody("x".repeat(6 * 1024 * 1024)).build();
            default -> answer.withStatusCode(0).build();
        };
    }
}
