package bilby.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document, and the page that shows it, are served beside the API. */
class OpenApiRouteTest {

    private static final Path ROOT = Path.of("..");
    private static final LocalServer SERVER = LocalServer.start(Options.free(ROOT.resolve("template.yaml")));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern PART = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theDocumentIsServedAsItStandsInTheFile() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/openapi.yaml");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/yaml");
        assertThat(answer.body()).isEqualTo(Files.readString(ROOT.resolve("openapi.yaml")));
    }

    @Test
    void theDocumentIsServedAsJsonToo() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/openapi.json");

        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(answer.body())
                        .at("/paths/~1api~1health/get/operationId")
                        .asText())
                .isEqualTo("Health");
    }

    @Test
    void thePageAndAllThatItIsMadeOfAreServedFromHere() throws Exception {
        HttpResponse<String> page = send("GET", "/docs");
        List<String> parts =
                PART.matcher(page.body()).results().map(found -> found.group(1)).toList();

        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(parts).hasSizeGreaterThan(2);
        for (String part : parts) {
            HttpResponse<String> answer = send("GET", SERVER.uri().resolve(part).getPath());
            assertThat(answer.statusCode()).as(part).isEqualTo(200);
            assertThat(answer.body()).as(part).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/api/openapi.yaml", "/api/openapi.json"})
    void theyTakeNoOtherMethod(String path) throws Exception {
        assertThat(send("POST", path).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> send(String method, String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(SERVER.uri().resolve(path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
