package bilby.functions.token;

import bilby.functions.http.Answer;
import bilby.functions.http.Endpoint;
import bilby.functions.http.Environment;
import bilby.functions.http.Request;
import bilby.functions.list.Lists;
import bilby.store.Plan;
import bilby.token.Token;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Comparator;
import java.util.function.Predicate;

/**
 * {@code GET /auth/access-tokens}: all tokens, the newest first, as many as one answer can hold; with {@code type}, the
 * current or the expired.
 */
public final class ListTokens implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Endpoint endpoint;

    public ListTokens() {
        this(Environment.ofLambda());
    }

    public ListTokens(Environment environment) {
        this.endpoint = new Endpoint(environment);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Request request = Request.of(event);
        return endpoint.run(
                request,
                context,
                attempt -> Plan.nothing(
                        switch (request.query().get("type").orElse("")) {
                            case "" -> list(token -> true);
                            case "current" -> list(token -> token.isValid(attempt.now()));
                            case "expired" -> list(token -> !token.isValid(attempt.now()));
                            default -> Answer.invalid("type", "The type must be current or expired.");
                        }));
    }

    private Answer list(Predicate<Token> wanted) {
        return Lists.bare(endpoint.store().tokens().all().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Token::createdAt).reversed().thenComparing(Token::id))
                .map(TokenJson::of));
    }
}
