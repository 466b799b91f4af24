package bilby.functions.catalogue;

import bilby.catalogue.RewardDefinition;
import bilby.functions.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** A reward definition as the API shows it (docs/api.md §2): every field, null where unset. */
public final class RewardDefinitionJson {

    private RewardDefinitionJson() {}

    public static ObjectNode of(RewardDefinition definition, String currency) {
        ObjectNode json = Json.object();
        json.put("id", definition.id());
        json.put("name", definition.name());
        json.put("handle", definition.handle());
        json.put("type", definition.type().word());
        json.set("value", Json.of(definition.value()));
        json.set("max_value", Json.orNull(definition.maxValue().map(Json::of)));
        json.put("currency", currency);
        json.put("period", definition.period().count());
        json.put("period_type", definition.period().type().word());
        json.set(
                "absolute_expiry",
                Json.orNull(definition.period().absoluteExpiry().map(Json::of)));
        json.set("starts_at", Json.orNull(definition.window().startsAt().map(Json::of)));
        json.set("ends_at", Json.orNull(definition.window().endsAt().map(Json::of)));
        json.put("is_published", definition.isPublished());
        json.put("is_assignable", definition.isAssignable());
        json.put("is_extendable", definition.isExtendable());
        JsonNode details = Json.stored(definition.details());
        Stream.of(RewardDefinitionBody.PROSE, RewardDefinitionBody.URLS, RewardDefinitionBody.INTEGERS)
                .flatMap(names -> names.stream())
                .forEach(name -> json.set(name, DefinitionDetails.get(details, name)));
        json.set("extend_days", DefinitionDetails.get(details, "extend_days"));
        json.set("is_reassignable", DefinitionDetails.get(details, "is_reassignable"));
        json.set("tags", DefinitionDetails.tags(details));
        json.set("region", NullNode.instance);
        json.set("created_at", Json.of(definition.createdAt()));
        json.set("updated_at", Json.of(definition.updatedAt()));
        return json;
    }
}
