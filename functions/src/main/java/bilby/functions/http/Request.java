package bilby.functions.http;

import bilby.token.Token;
import bilby.wallet.Hash;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A request as API Gateway tells it, read by name. Header names are read without regard to their case. */
public final class Request {

    /** The largest body, in bytes. */
    public static final int LARGEST_BODY = 1 << 20;

    private static final Set<String> KEYED_METHODS = Set.of("POST", "PUT", "DELETE");
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S{1,4096})");
    private static final Pattern ID = Pattern.compile("[0-9]{1,16}");
    private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/([a-z0-9.-]+\\+)?json *(;.*)?");

    private final APIGatewayV2HTTPEvent event;
    private final Query query;

    private Request(APIGatewayV2HTTPEvent event) {
        this.event = event;
        this.query = Query.parse(Optional.ofNullable(event.getRawQueryString()).orElse(""));
    }

    public static Request of(APIGatewayV2HTTPEvent event) {
        return new Request(event);
    }

    public String path() {
        return event.getRawPath();
    }

    /** The query as it was sent, with its question mark; empty if there is none. */
    public String rawQuery() {
        return Optional.ofNullable(event.getRawQueryString())
                .filter(raw -> !raw.isEmpty())
                .map(raw -> "?" + raw)
                .orElse("");
    }

    public Query query() {
        return query;
    }

    /** The address of the path, without the query, as the client called it. */
    public String address() {
        String host = header("host").orElseGet(() -> event.getRequestContext().getDomainName());
        return header("x-forwarded-proto").orElse("https") + "://" + host + encoded(path());
    }

    /** A path as an address or a header can hold it: API Gateway tells paths decoded. */
    public static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(event.getHeaders()).orElse(Map.of()).entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The id of the bearer's token; empty if there is no well-formed one. */
    public Optional<String> tokenId() {
        return header("authorization")
                .map(BEARER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> Token.idOf(matcher.group(1)));
    }

    /** Whether a request like this may have an idempotency key: it changes something, and is not about tokens. */
    boolean takesKey() {
        return KEYED_METHODS.contains(method()) && !path().startsWith("/api/v3/auth/");
    }

    /** Tells this request from any other: a hash over its method, its path, its query and its body as they were sent. */
    Hash fingerprint() {
        return Hash.of(String.join(
                "\n", method(), path(), rawQuery(), Base64.getEncoder().encodeToString(bytes())));
    }

    private String method() {
        return event.getRequestContext().getHttp().getMethod();
    }

    /** The part of the path that stands for a name in the route. */
    public String path(String name) {
        return pathIfAny(name).orElseThrow(() -> new IllegalStateException("the route has no {" + name + "}"));
    }

    /** The path's {@code {id}}, where it can be one. */
    public Optional<Long> id() {
        return Optional.of(path("id"))
                .filter(text -> ID.matcher(text).matches())
                .map(Long::valueOf);
    }

    /** Whether the route leads through {@code /profiles/{profile}}. */
    public boolean isWithinProfile() {
        return pathIfAny("profile").isPresent();
    }

    /** The path's {@code {profile}}, where the route has it and it can be one. */
    public Optional<ProfileId> profileId() {
        return pathIfAny("profile").flatMap(ProfileId::parse);
    }

    /** Whom the request is for: the path's profile, which stands for {@code profile_id}, or the body's. */
    public Optional<ProfileId> profileId(ObjectNode body) {
        return isWithinProfile()
                ? profileId()
                : Fields.of(body).get("profile_id").line(Field.SHORT_TEXT).flatMap(ProfileId::parse);
    }

    /** The same, where the route has the name. */
    public Optional<String> pathIfAny(String name) {
        return Optional.ofNullable(event.getPathParameters()).map(parameters -> parameters.get(name));
    }

    /** The body as a JSON object; an empty body is an empty one. */
    public Parsed<ObjectNode> body() {
        byte[] bytes = bytes();
        if (bytes.length > LARGEST_BODY) {
            return new Parsed.Invalid<>(Answer.tooLarge());
        }
        if (bytes.length == 0) {
            return new Parsed.Valid<>(Json.object());
        }
        if (header("content-type")
                .filter(type -> !JSON_TYPE.matcher(type.strip()).matches())
                .isPresent()) {
            return new Parsed.Invalid<>(Answer.unsupportedType());
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.isBlank() ? new Parsed.Valid<>(Json.object()) : object(Json.parse(text));
        } catch (CharacterCodingException e) {
            return new Parsed.Invalid<>(Answer.malformed("The body is not valid UTF-8."));
        }
    }

    private static Parsed<ObjectNode> object(Optional<JsonNode> body) {
        if (body.isEmpty()) {
            return new Parsed.Invalid<>(Answer.malformed("The body is not valid JSON."));
        }
        return body.get() instanceof ObjectNode object
                ? new Parsed.Valid<>(object)
                : new Parsed.Invalid<>(Answer.invalid("body", "The body must be a JSON object."));
    }

    private byte[] bytes() {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    /** The route as template.yaml has it, such as {@code POST /api/v3/rewards}: nothing of it is the client's. */
    String route() {
        return Optional.ofNullable(event.getRouteKey()).orElse("$default");
    }
}
