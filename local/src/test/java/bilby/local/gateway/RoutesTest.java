package bilby.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.HttpCode;
import bilby.local.TestTemplate;
import bilby.local.lambda.LambdaFunction;
import bilby.local.template.Route;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

    private static final LambdaFunction FUNCTION = new LambdaFunction(
            TestTemplate.read().function("Echo"), HttpCode.of((event, context) -> new APIGatewayV2HTTPResponse()));

    private final Routes routes = routes(
            new Route.Path("ANY", "/{rest+}"),
            new Route.Path("GET", "/things/{rest+}"),
            new Route.Path("GET", "/things/{id}"),
            new Route.Path("ANY", "/things/{id}"),
            new Route.Path("DELETE", "/things/{id}"),
            new Route.Path("GET", "/things/new"),
            new Route.Path("GET", "/{kind}/new"),
            new Route.Default());

    @ParameterizedTest
    @CsvSource({
        "GET, /things/new, GET /things/new",
        "GET, /shops/new, GET /{kind}/new",
        "GET, /things/7, GET /things/{id}",
        "DELETE, /things/new, DELETE /things/{id}",
        "PATCH, /things/7, ANY /things/{id}",
        "GET, /things/7/, GET /things/{rest+}",
        "GET, /things/7/parts, GET /things/{rest+}",
        "POST, /things/7/parts, ANY /{rest+}",
        "HEAD, /things/new, ANY /things/{id}",
        "GET, /, $default",
    })
    void theRouteThatSpellsOutMostIsTaken(String method, String path, String route) {
        assertThat(routes.find(method, path).orElseThrow().route().key()).isEqualTo(route);
    }

    @Test
    void withoutADefaultWhatMatchesNothingIsNotFound() {
        assertThat(routes(new Route.Path("GET", "/things")).find("POST", "/things"))
                .isEmpty();
    }

    private static Routes routes(Route... routes) {
        Map<Route, LambdaFunction> functions =
                Stream.of(routes).collect(Collectors.toMap(Function.identity(), route -> FUNCTION));
        return new Routes(functions);
    }
}
