package bilby.bench.spring;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Takes the request of a redemption, and answers it. */
@Component
class RedemptionController {

    private static final String BEARER = "Bearer ";

    private final RedemptionService service;
    private final JsonMapper json;

    RedemptionController(RedemptionService service, JsonMapper json) {
        this.service = service;
        this.json = json;
    }

    APIGatewayV2HTTPResponse redeem(APIGatewayV2HTTPEvent event) {
        try {
            RedemptionRequest request = json.readValue(event.getBody(), RedemptionRequest.class);
            return answer(
                    201,
                    service.redeem(
                            event.getHeaders().getOrDefault("authorization", "").replace(BEARER, ""),
                            event.getPathParameters().getOrDefault("profile", ""),
                            request.money()));
        } catch (ResponseStatusException e) {
            return answer(e.getStatusCode().value(), Map.of("message", e.getMessage()));
        }
    }

    private APIGatewayV2HTTPResponse answer(int status, Object body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("content-type", "application/json"))
                .withBody(json.writeValueAsString(body))
                .build();
    }
}
