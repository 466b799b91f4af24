package bilby.functions.catalogue;

import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The fields of a definition that Bilby keeps as sent and does nothing with. */
final class DefinitionDetails {

    static final int LONGEST_PROSE = 16_000;

    /** All of them together, in bytes of JSON. */
    private static final int LARGEST = 16 << 10;

    private DefinitionDetails() {}

    /** The details as they are stored. That they are too large is noted. */
    static String text(Fields fields, ObjectNode details, String kind) {
        String text = Json.text(details);
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            fields.refuse("body", "A " + kind + " definition may not be larger than 16 KB.");
        }
        return text;
    }

    static JsonNode get(JsonNode details, String name) {
        return Optional.ofNullable(details.get(name)).orElse(NullNode.instance);
    }

    static JsonNode tags(JsonNode details) {
        return Optional.ofNullable(details.get("tags")).orElseGet(Json::array);
    }
}
