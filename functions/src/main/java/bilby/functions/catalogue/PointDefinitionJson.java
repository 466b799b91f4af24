package bilby.functions.catalogue;

import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.PointDefinition;
import bilby.functions.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A point definition as the API shows it (docs/api.md §6): every field, null where unset. */
public final class PointDefinitionJson {

    private PointDefinitionJson() {}

    public static ObjectNode of(PointDefinition definition) {
        Optional<Period> period = definition.period();
        JsonNode details = Json.stored(definition.details());
        ObjectNode json = Json.object();
        json.put("id", definition.id());
        json.put("name", definition.name());
        json.put("handle", definition.handle());
        PointDefinitionBody.PROSE.forEach(name -> json.set(name, DefinitionDetails.get(details, name)));
        json.put("is_reassignable", details.path("is_reassignable").asBoolean());
        json.set(
                "issue_period",
                Json.number(period.filter(counted -> counted.type() != PeriodType.ABSOLUTE_DATE)
                        .map(counted -> (long) counted.count())));
        json.set("issue_period_type", Json.text(period.map(Period::type).map(PeriodType::word)));
        json.set(
                "issue_absolute_expiry",
                Json.orNull(period.flatMap(Period::absoluteExpiry).map(Json::of)));
        json.set("tags", DefinitionDetails.tags(details));
        json.set("created_at", Json.of(definition.createdAt()));
        json.set("updated_at", Json.of(definition.updatedAt()));
        return json;
    }
}
