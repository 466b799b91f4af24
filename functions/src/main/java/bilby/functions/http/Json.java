package bilby.functions.http;

import bilby.money.Money;
import bilby.money.Points;
import bilby.time.WallClock;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** JSON as the API writes it: amounts as exact numbers, times as {@code 2024-12-05 08:30:00}. */
public final class Json {

    private static final int DEEPEST_NESTING = 64;

    private static final JsonMapper MAPPER = mapper(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build());

    /** A number is written longer than it was sent, so what was stored is read without the limits for clients. */
    private static final JsonMapper STORED = mapper(StreamReadConstraints.builder()
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .build());

    private static JsonMapper mapper(StreamReadConstraints constraints) {
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The fields of the one, with those of the other over them: what a partial update makes of a record. */
    public static ObjectNode overlaid(ObjectNode fields, ObjectNode over) {
        return fields.deepCopy().setAll(over);
    }

    /** What a client's text says; empty if it is no JSON. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JsonProcessingException | NumberFormatException e) {
            // Jackson throws the latter for an exponent beyond all bounds.
            return Optional.empty();
        }
    }

    /** What a text says that Bilby wrote and stored itself, whatever its size. */
    public static JsonNode stored(String text) {
        try {
            return STORED.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes a node takes in a function's answer, where the body is itself a JSON string. */
    public static int sizeInAnswer(JsonNode node) {
        return text(text(node)).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String text(String text) {
        return text(TextNode.valueOf(text));
    }

    public static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode of(Money money) {
        return number(money.toBigDecimal());
    }

    public static JsonNode of(Points points) {
        return number(points.toBigDecimal());
    }

    /** A number, written without an exponent and without zeros at its end. */
    public static JsonNode number(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= 0 ? LongNode.valueOf(plain.longValueExact()) : DecimalNode.valueOf(plain);
    }

    /** The UTC time. */
    public static JsonNode of(Instant instant) {
        return of(WallClock.utc(instant));
    }

    public static JsonNode of(LocalDateTime time) {
        return TextNode.valueOf(TIME.format(time));
    }

    public static JsonNode text(Optional<String> text) {
        return orNull(text.map(TextNode::valueOf));
    }

    public static JsonNode number(Optional<Long> number) {
        return orNull(number.map(LongNode::valueOf));
    }

    /** The UTC time. */
    public static JsonNode time(Optional<Instant> instant) {
        return orNull(instant.map(Json::of));
    }

    /** JSON that was kept as sent. */
    public static JsonNode kept(Optional<String> json) {
        return orNull(json.map(Json::stored));
    }

    public static JsonNode orNull(Optional<? extends JsonNode> node) {
        return node.<JsonNode>map(present -> present).orElse(NullNode.instance);
    }
}
