package bilby.functions.catalogue;

import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.PointDefinition;
import bilby.claim.Claim;
import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.wallet.CommitId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A point definition as a request says it (docs/api.md §6). */
record PointDefinitionBody(String name, String handle, Optional<Period> period, String details) {

    static final List<String> PROSE = List.of("description", "notes");

    /** The claim of a definition's handle. The built-in one holds the handle that it has from the start without it. */
    static Claim handleClaim(String handle) {
        return Claim.handle("point-definition", handle);
    }

    /** The definition that the fields say, or all that is wrong with them, including what was noted of them before. */
    static Parsed<PointDefinitionBody> parse(Fields fields) {
        Optional<String> name = fields.get("name").required().line(Field.SHORT_TEXT);
        Optional<String> handle = fields.get("handle").required().handle();
        Optional<Period> period = period(fields);
        String details = DefinitionDetails.text(fields, details(fields), "point");
        return fields.parsed(() -> new PointDefinitionBody(name.orElseThrow(), handle.orElseThrow(), period, details));
    }

    /** A period alone counts days, and an absolute expiry alone is the period. */
    private static Optional<Period> period(Fields fields) {
        Field count = fields.get("issue_period");
        Field absolute = fields.get("issue_absolute_expiry");
        boolean isDate = fields.has("issue_absolute_expiry") && !fields.has("issue_period");
        PeriodType type = fields.get("issue_period_type")
                .word(PeriodType::of)
                .orElse(isDate ? PeriodType.ABSOLUTE_DATE : PeriodType.DAYS);
        Optional<Long> number = count.integer(1, type.longest());
        Optional<LocalDateTime> last = absolute.wallClock();
        if (type == PeriodType.ABSOLUTE_DATE) {
            absolute.required();
            return Optional.of(new Period(type, 1, last));
        }
        if (fields.has("issue_period_type")) {
            count.required();
        }
        return number.map(periods -> new Period(type, periods.intValue(), last));
    }

    private static ObjectNode details(Fields fields) {
        ObjectNode details = Json.object();
        PROSE.forEach(name ->
                fields.get(name).prose(DefinitionDetails.LONGEST_PROSE).ifPresent(text -> details.put(name, text)));
        details.put("is_reassignable", fields.get("is_reassignable").flag().orElse(false));
        fields.get("tags").tags().ifPresent(list -> details.set("tags", list));
        return details;
    }

    PointDefinition toDefinition(long id, long version, CommitId commit, Instant createdAt, Instant updatedAt) {
        return new PointDefinition(id, version, commit, name, handle, period, details, createdAt, updatedAt);
    }
}
