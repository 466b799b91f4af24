package bilby.local.openapi;

import bilby.local.gateway.Answer;
import bilby.local.gateway.Call;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** {@code GET /docs}: openapi.yaml for people, shown by Swagger UI, which is served from its WebJar. */
public final class DocsRoute {

    /** The page loads nothing but what comes from here, and no text in it can run. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

    /** What the page is made of: the type of each, and where the class path has it. */
    private record Part(String type, String resource) {}

    private static final Map<String, Part> PARTS = Map.of(
            "/docs", new Part("text/html; charset=utf-8", "/bilby/local/openapi/docs.html"),
            "/docs/start.js", new Part("text/javascript; charset=utf-8", "/bilby/local/openapi/start.js"),
            "/docs/swagger-ui-bundle.js", new Part("text/javascript; charset=utf-8", WEBJAR + "swagger-ui-bundle.js"),
            "/docs/swagger-ui.css", new Part("text/css; charset=utf-8", WEBJAR + "swagger-ui.css"),
            "/docs/favicon.png", new Part("image/png", WEBJAR + "favicon-32x32.png"));

    private DocsRoute() {}

    /** The answer, if this call is for the page or a part of it. */
    public static Optional<Answer> answer(Call call) {
        return call.method().equals("GET")
                ? Optional.ofNullable(PARTS.get(call.path())).map(DocsRoute::answer)
                : Optional.empty();
    }

    private static Answer answer(Part part) {
        return new Answer(
                200,
                Map.of(
                        "content-type",
                        part.type(),
                        "content-security-policy",
                        POLICY,
                        "x-content-type-options",
                        "nosniff",
                        "referrer-policy",
                        "no-referrer"),
                List.of(),
                bytes(part.resource()));
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream stream = open("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] bytes(String resource) {
        try (InputStream stream = open(resource)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream stream = DocsRoute.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("the class path has no " + resource);
        }
        return stream;
    }
}
