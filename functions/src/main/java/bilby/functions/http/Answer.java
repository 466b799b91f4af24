package bilby.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An answer to a request: its status, its JSON body if any, and its headers. */
public record Answer(int status, Optional<JsonNode> body, Map<String, String> headers) {

    private static Answer of(int status, JsonNode body) {
        return new Answer(status, Optional.of(body), Map.of());
    }

    private static Answer message(int status, String message) {
        return of(status, Json.object().put("message", message));
    }

    /** 200 with the object under {@code data}. */
    public static Answer ok(JsonNode data) {
        return of(200, Json.object().set("data", data));
    }

    /** 201 with the object under {@code data}. */
    public static Answer created(JsonNode data) {
        return of(201, Json.object().set("data", data));
    }

    /** 202 with this body: what is asked for will be done later. */
    public static Answer accepted(JsonNode body) {
        return of(202, body);
    }

    /** 200 with this body, in no envelope. */
    public static Answer bare(JsonNode body) {
        return of(200, body);
    }

    /** 201 with this body, in no envelope. */
    public static Answer bareCreated(JsonNode body) {
        return of(201, body);
    }

    /** 200 with an empty body. */
    public static Answer empty() {
        return new Answer(200, Optional.empty(), Map.of());
    }

    public static Answer noContent() {
        return new Answer(204, Optional.empty(), Map.of());
    }

    /** What was answered before, byte for byte. */
    static Answer replayed(int status, Optional<String> body) {
        Optional<JsonNode> node = body.map(text -> JsonNodeFactory.instance.rawValueNode(new RawValue(text)));
        return new Answer(status, node, Map.of()).with("Idempotent-Replayed", "true");
    }

    public static Answer movedTo(String path) {
        return message(308, "Moved to " + path).with("Location", path);
    }

    public static Answer malformed(String message) {
        return message(400, message);
    }

    public static Answer unauthenticated() {
        return message(401, "Unauthenticated.");
    }

    public static Answer unauthorized() {
        return message(403, "This action is unauthorized.");
    }

    public static Answer notFound() {
        return message(404, "Not Found");
    }

    public static Answer wrongMethod(String allowed) {
        return message(405, "The method is not allowed for this path.").with("Allow", allowed);
    }

    /** The record has moved on since the version that the request names. */
    public static Answer stale(long current) {
        return message(409, "The version is stale: the current version is " + current + ".");
    }

    public static Answer tooLarge() {
        return message(413, "The request body must not be larger than 1 MB.");
    }

    public static Answer unsupportedType() {
        return message(415, "The content type must be application/json.");
    }

    /** One field is invalid. */
    public static Answer invalid(String field, String sentence) {
        Errors errors = new Errors();
        errors.add(field, sentence);
        return invalid(errors);
    }

    /** Every invalid field with all its sentences, the first sentence also as the message. */
    public static Answer invalid(Errors errors) {
        ObjectNode body = Json.object().put("message", errors.first());
        body.set("errors", errors.toJson());
        return of(422, body);
    }

    static Answer failed() {
        return message(500, "Server Error");
    }

    /** Nothing has moved, and a later try may succeed. */
    public static Answer tryLater() {
        return message(503, "Too many requests at once; nothing has changed. Try again.")
                .with("Retry-After", "1");
    }

    /** There is more to read than one request has time for, at least now. */
    public static Answer tooLong() {
        return message(503, "There is too much to read for one request; nothing has changed. Try again later.")
                .with("Retry-After", "60");
    }

    /** It cannot be known whether anything has moved. */
    static Answer unknown() {
        return message(504, "It is not known whether the request took effect. Send it again with its Idempotency-Key.");
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, Map.copyOf(more));
    }

    APIGatewayV2HTTPResponse toResponse() {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Cache-Control", "no-store");
        if (body.isPresent()) {
            all.put("Content-Type", "application/json");
        }
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(all)
                .withBody(body.map(Json::text).orElse(""))
                .withIsBase64Encoded(false)
                .build();
    }
}
