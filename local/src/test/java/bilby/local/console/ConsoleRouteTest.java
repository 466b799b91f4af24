package bilby.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleRouteTest {

    private static final Path ROOT = Path.of("..");
    private static final LocalServer SERVER = LocalServer.start(Options.free(ROOT.resolve("template.yaml")));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void itsAddressLeadsToItsPage() throws Exception {
        assertThat(SERVER.consoleUri()).contains(SERVER.uri().resolve("/console/"));
        assertThat(send("GET", "/console").headers().firstValue("location")).contains("/console/");
        assertThat(send("GET", "/console/").body())
                .isEqualTo(Files.readString(ROOT.resolve("console/site/index.html")));
    }

    @ParameterizedTest
    @CsvSource({
        "index.html, text/html; charset=utf-8",
        "src/main.js, text/javascript; charset=utf-8",
        "console.css, text/css; charset=utf-8",
        "bilby.svg, image/svg+xml"
    })
    void aFileSaysItsTypeAndIsAskedForAnew(String file, String type) throws Exception {
        HttpResponse<String> answer = send("GET", "/console/" + file);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains(type);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-cache");
    }

    @Test
    void everyFileIsSentWithTheDistributionsHeaders() throws Exception {
        HttpResponse<String> answer = send("GET", "/console/src/main.js");

        assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(answer.headers().firstValue("x-frame-options")).contains("DENY");
        assertThat(answer.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("cross-origin-opener-policy")).contains("same-origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/none.js",
                "/console/src",
                "/console/../pom.xml",
                "/console/%2e%2e/pom.xml",
                "/console/..%2fpom.xml",
                "/console//index.html",
                "/console/.gitignore"
            })
    void whatIsNoFileOfItsIsNotFound(String path) throws Exception {
        assertThat(send("GET", path).statusCode()).isIn(404, 308);
        assertThat(send("GET", path).body()).doesNotContain("<project");
    }

    @Test
    void itTakesNoOtherMethod() throws Exception {
        HttpResponse<String> answer = send("POST", "/console/");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("GET");
    }

    private static HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SERVER.uri() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
