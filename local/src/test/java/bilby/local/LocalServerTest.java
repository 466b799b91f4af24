package bilby.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over HTTP, as clients see it. */
class LocalServerTest {

    private static final LocalServer SERVER = LocalServer.start(Options.free(TestTemplate.file()));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theEventTellsTheRequestAsApiGatewayDoes() throws Exception {
        JsonNode event = event(request("/things/a%2Fb+c?b=2&a=1&b=3%204&d")
                .header("X-Colour", "red")
                .header("X-Colour", "blue")
                .header("Cookie", "one=1; two=2")
                .header("User-Agent", "till")
                .header("X-Forwarded-For", "10.0.0.1"));

        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("GET /things/{thing}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/things/a/b+c");
        assertThat(event.path("pathParameters")).isEqualTo(json("{'thing':'a/b+c'}"));
        assertThat(event.path("rawQueryString").asText()).isEqualTo("b=2&a=1&b=3%204&d");
        assertThat(event.path("queryStringParameters")).isEqualTo(json("{'a':'1','b':'2,3 4','d':''}"));
        assertThat(event.path("cookies")).isEqualTo(json("['one=1','two=2']"));
        assertThat(event.path("headers").has("cookie")).isFalse();
        assertThat(event.at("/headers/x-colour").asText()).isEqualTo("red,blue");
        assertThat(event.at("/headers/x-forwarded-for").asText()).isEqualTo("10.0.0.1, 127.0.0.1");
        assertThat(event.at("/headers/x-forwarded-proto").asText()).isEqualTo("http");
        assertThat(event.at("/headers/host").asText()).isEqualTo(SERVER.uri().getAuthority());
        assertThat(event.has("body")).isFalse();
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(event.at("/requestContext/http"))
                .isEqualTo(json("{'method':'GET','path':'/things/a/b+c','protocol':'HTTP/1.1',"
                        + "'sourceIp':'127.0.0.1','userAgent':'till'}"));
        assertThat(event.at("/requestContext/stage").asText()).isEqualTo("$default");
        assertThat(event.at("/requestContext/routeKey").asText()).isEqualTo("GET /things/{thing}");
        assertThat(event.at("/requestContext/domainName").asText()).isEqualTo("127.0.0.1");
        assertThat(event.at("/requestContext/time").asText())
                .matches("\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, false",
        "Application/JSON;charset=utf-8, false",
        "text/plain, false",
        "application/problem+json, false",
        "application/x-www-form-urlencoded, true",
        "image/png, true",
    })
    void aBodyThatIsNoTextIsInBase64(String type, boolean isBase64) throws Exception {
        JsonNode event =
                event(put("/things/1", BodyPublishers.ofString("{\"é\":1}")).header("Content-Type", type));

        assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(isBase64);
        String body = event.path("body").asText();
        assertThat(isBase64 ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body)
                .isEqualTo("{\"é\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "/things/1/, /things/1/",
        "//things//1, //things//1",
        "/nowhere, /nowhere",
        "/things/%E2%82%AC/x, /things/€/x",
    })
    void whatNoRouteTakesReachesTheDefault(String path, String rawPath) throws Exception {
        JsonNode event = event(request(path));

        assertThat(event.path("routeKey").asText()).isEqualTo("$default");
        assertThat(event.path("rawPath").asText()).isEqualTo(rawPath);
    }

    @Test
    void aMalformedPathOrQueryIsABadRequest() throws Exception {
        assertThat(raw("GET /things/%zz HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .endsWith("{\"message\":\"Bad Request\"}");
        assertThat(raw("GET /things/1?a=%2 HTTP/1.1")).startsWith("HTTP/1.1 400");
        assertThat(raw("OPTIONS * HTTP/1.1")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET")).startsWith("HTTP/1.1 400").endsWith("{\"message\":\"Bad Request\"}");
    }

    @Test
    void aFunctionSeesItsOwnVariablesAndNothingElse() throws Exception {
        HttpResponse<String> answer = send(request("/things/1"));

        assertThat(answer.headers().firstValue("x-scope")).contains("read-things");
        assertThat(answer.headers().firstValue("x-path")).contains("none");
        assertThat(answer.headers().firstValue("x-function")).contains("Echo");
    }

    @Test
    void anAnswerIsSentAsTheFunctionGaveIt() throws Exception {
        HttpResponse<String> text = send(request("/answers/text"));
        assertThat(text.body()).isEqualTo("naïve");
        assertThat(text.headers().firstValue("content-type")).contains("text/plain;charset=UTF-8");
        assertThat(text.headers().firstValue("content-length")).contains("6");

        HttpResponse<byte[]> bytes = CLIENT.send(request("/answers/bytes").build(), BodyHandlers.ofByteArray());
        assertThat(bytes.body()).containsExactly(1, 2, 3);

        assertThat(send(request("/answers/cookies")).headers().allValues("set-cookie"))
                .containsExactly("a=1; Path=/", "b=2");

        HttpResponse<String> empty = send(request("/answers/empty"));
        assertThat(empty.statusCode()).isEqualTo(204);
        assertThat(empty.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/answers/large", "/answers/without-a-status"})
    void whatCannotBeSentIsAnInternalError(String path) throws Exception {
        assertThatAnswer(send(request(path)), 500, "{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void aHandlerThatThrowsIsAnInternalError() throws Exception {
        HttpResponse<String> answer = send(request("/throw").method("POST", BodyPublishers.ofString("secret")));

        assertThatAnswer(answer, 500, "{\"message\":\"Internal Server Error\"}");
    }

    @ParameterizedTest
    @CsvSource({"10485761", "6300000"})
    void moreThanTheGatewayOrLambdaCarriesIsTooLarge(int bytes) throws Exception {
        HttpResponse<String> answer = send(put("/things/1", BodyPublishers.ofByteArray(new byte[bytes])));

        assertThatAnswer(answer, 413, "{\"message\":\"Request Entity Too Large\"}");
    }

    @Test
    void theTemplatesOriginsMayAsk() throws Exception {
        HttpResponse<String> preflight = send(request("/things/1")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "PUT"));
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("access-control-allow-origin"))
                .contains("https://shop.example");
        assertThat(preflight.headers().firstValue("access-control-allow-methods"))
                .contains("GET,PUT");
        assertThat(preflight.headers().firstValue("access-control-max-age")).contains("600");

        HttpResponse<String> answer = send(request("/things/1").header("Origin", "https://till.example"));
        assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("https://till.example");
        assertThat(answer.headers().firstValue("access-control-expose-headers")).contains("location");

        HttpResponse<String> other = send(request("/things/1").header("Origin", "https://else.example"));
        assertThat(other.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void functionsSeeTheTimeThatTheClockIsSetTo() throws Exception {
        HttpResponse<String> answer =
                send(put("/_local/clock", BodyPublishers.ofString("{\"now\":\"2040-02-29T12:00:00Z\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Instant.parse(send(request("/now")).body()))
                .isBetween(Instant.parse("2040-02-29T12:00:00Z"), SERVER.clock().instant());
    }

    @Test
    void theLocalTokenIsThereFromTheStart() throws Exception {
        assertThat(send(request("/token")).body()).isEqualTo("*");
    }

    @Test
    void aFunctionWhoseRoleDoesNotAllowItsReadsFails() throws Exception {
        assertThat(send(request("/token-without-the-right")).statusCode()).isEqualTo(500);
    }

    @Test
    void onlyThisMachineReachesIt() throws IOException {
        InetSocketAddress other = new InetSocketAddress(
                InetAddress.ofLiteral("127.0.0.2"), SERVER.uri().getPort());
        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(other, 1000)).isInstanceOf(IOException.class);
        }
    }

    private static void assertThatAnswer(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    }

    private static JsonNode event(HttpRequest.Builder request) throws Exception {
        return JSON.readTree(send(request).body());
    }

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(SERVER.uri() + path));
    }

    private static HttpRequest.Builder put(String path, BodyPublisher body) {
        return request(path).PUT(body);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** What is answered to this request line, as clients that mind no rules may send it. */
    private static String raw(String line) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), SERVER.uri().getPort())) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
