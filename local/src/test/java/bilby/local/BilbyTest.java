package bilby.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Bilby's own template. */
class BilbyTest {

    @Test
    void itsFunctionsAreServedAndKnowTheLocalToken() throws Exception {
        try (LocalServer server = LocalServer.start(Options.free(Path.of("../template.yaml")));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder health = HttpRequest.newBuilder(server.uri().resolve("/api/health"));
            HttpRequest.Builder verify = HttpRequest.newBuilder(server.uri().resolve("/api/v3/auth/verify"));

            HttpResponse<String> healthy = client.send(health.build(), BodyHandlers.ofString());
            assertThat(healthy.body()).isEqualTo("{\"status\":\"ok\"}");

            assertThat(client.send(verify.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
            verify.header("Authorization", "Bearer local");
            assertThat(client.send(verify.build(), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }
}
