package bilby.functions.profile;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The fields of a profile that Bilby keeps as they were sent, and does nothing with. */
final class ProfileDetails {

    /** The largest list or object of any content, in bytes of JSON. */
    private static final int LARGEST_FREE = 64 << 10;

    private static final List<String> LINES = List.of("gender", "title", "company", "occupation");
    private static final List<String> REFERENCES =
            List.of("secondary_phone", "joined_location_id", "preferred_location_id", "profile_type");
    private static final List<String> OTHERS = List.of("avatar_url", "joined_at", "attributes", "custom_fields");
    private static final List<String> LISTS = List.of("tags", "addresses");

    private ProfileDetails() {}

    /** Those of them that a request sets. */
    static ObjectNode of(Fields fields) {
        ObjectNode details = Json.object();
        LINES.forEach(name -> fields.get(name).line(Field.SHORT_TEXT).ifPresent(text -> details.put(name, text)));
        REFERENCES.forEach(name -> fields.get(name).reference().ifPresent(text -> details.put(name, text)));
        fields.get("avatar_url").url().ifPresent(url -> details.put("avatar_url", url));
        // Taken and shown as UTC, so that it can be sent back without moving.
        fields.get("joined_at").time().ifPresent(time -> details.set("joined_at", Json.of(time.in(ZoneOffset.UTC))));
        fields.get("attributes").object(LARGEST_FREE).ifPresent(free -> details.set("attributes", free));
        fields.get("custom_fields").kept(LARGEST_FREE).ifPresent(free -> details.set("custom_fields", free));
        fields.get("tags").tags().ifPresent(tags -> details.set("tags", tags));
        fields.get("addresses").array(LARGEST_FREE).ifPresent(free -> details.set("addresses", free));
        return details;
    }

    /** Adds all of them to a profile's JSON: null, or the empty list, where unset. */
    static void show(JsonNode details, ObjectNode profile) {
        List.of(LINES, REFERENCES, OTHERS)
                .forEach(names -> names.forEach(name ->
                        profile.set(name, Optional.ofNullable(details.get(name)).orElse(NullNode.instance))));
        LISTS.forEach(
                name -> profile.set(name, Optional.ofNullable(details.get(name)).orElseGet(Json::array)));
    }
}
