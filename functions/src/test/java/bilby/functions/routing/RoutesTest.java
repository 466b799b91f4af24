package bilby.functions.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Routes routes = Routes.of(
            "GET /api/v3/rewards\nPOST /api/v3/rewards\nGET /api/v3/rewards/{id}\nDELETE /api/v3/rewards/{id}\n");

    @Test
    void aKnownPathHasItsMethods() {
        assertThat(routes.methodsOf("/api/v3/rewards")).containsExactly("GET", "POST");
        assertThat(routes.methodsOf("/api/v3/rewards/17")).containsExactly("DELETE", "GET");
    }

    @Test
    void aPathThatIsSpelledOutHasNotTheMethodsOfAVariable() {
        Routes both = Routes.of("GET /api/v3/rewards/{id}\nDELETE /api/v3/rewards/{id}\nPOST /api/v3/rewards/extend\n");

        assertThat(both.methodsOf("/api/v3/rewards/extend")).containsExactly("POST");
    }

    @Test
    void anotherPathHasNone() {
        assertThat(routes.methodsOf("/api/v3/rewards/")).isEmpty();
        assertThat(routes.methodsOf("/api/v3/rewards/17/18")).isEmpty();
        assertThat(routes.methodsOf("/api/v3/rewardsX")).isEmpty();
    }

    @Test
    void theBuildHasPackedTheTemplatesRoutes() {
        assertThat(Routes.packed().methodsOf("/api/v3/profiles/p/redeem")).containsExactly("POST");
    }
}
