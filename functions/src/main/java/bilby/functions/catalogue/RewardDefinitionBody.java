package bilby.functions.catalogue;

import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.RewardType;
import bilby.claim.Claim;
import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.money.Money;
import bilby.wallet.CommitId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A reward definition as a request says it (docs/api.md §2). */
public record RewardDefinitionBody(
        String name,
        String handle,
        RewardType type,
        Money value,
        Optional<Money> maxValue,
        Period period,
        RewardDefinition.Window window,
        boolean isPublished,
        boolean isAssignable,
        boolean isExtendable,
        String details) {

    private static final int FAR = 1_000_000_000;

    static final List<String> PROSE = List.of(
            "description",
            "short_description",
            "long_description",
            "terms_conditions",
            "earn_instructions",
            "internal_notes");
    static final List<String> URLS = List.of("icon", "image_url");
    static final List<String> INTEGERS = List.of(
            "issue_target_id",
            "expiry_target_id",
            "extend_target_id",
            "region_id",
            "notify_issue_offset_days",
            "notify_issue_offset_hour",
            "notify_expiry_offset_days",
            "notify_expiry_offset_hour",
            "notify_extend_offset_days",
            "notify_extend_offset_hour",
            "notify_issue_offset",
            "notify_expiry_offset",
            "notify_schedule_offset");

    /** The claim of a definition's handle. */
    public static Claim handleClaim(String handle) {
        return Claim.handle("reward-definition", handle);
    }

    /** The definition that the fields say, or all that is wrong with them, including what was noted of them before. */
    static Parsed<RewardDefinitionBody> parse(Fields fields) {
        Optional<String> name = fields.get("name").required().line(Field.SHORT_TEXT);
        Optional<String> handle = fields.get("handle").required().handle();
        Optional<RewardType> type = fields.get("type").required().word(RewardType::of);
        Optional<Money> value = fields.get("value").required().positiveMoney();
        Optional<Money> maxValue = fields.get("max_value").positiveMoney();
        Optional<Period> period = period(fields);
        RewardDefinition.Window window = window(fields);
        boolean published = fields.get("is_published").flag().orElse(true);
        boolean assignable = fields.get("is_assignable").flag().orElse(true);
        boolean extendable = fields.get("is_extendable").flag().orElse(false);
        if (value.isPresent()
                && maxValue.filter(max -> max.compareTo(value.get()) < 0).isPresent()) {
            fields.refuse("max_value", "The max value must be at least the value.");
        }
        String details = DefinitionDetails.text(fields, details(fields), "reward");
        return fields.parsed(() -> new RewardDefinitionBody(
                name.orElseThrow(),
                handle.orElseThrow(),
                type.orElseThrow(),
                value.orElseThrow(),
                maxValue,
                period.orElseThrow(),
                window,
                published,
                assignable,
                extendable,
                details));
    }

    private static Optional<Period> period(Fields fields) {
        PeriodType type =
                fields.get("period_type").word(RewardDefinitionBody::periodType).orElse(PeriodType.DAYS);
        Optional<Long> count = fields.get("period").required().integer(1, type.longest());
        Field absolute = fields.get("absolute_expiry");
        Optional<LocalDateTime> expiry =
                (type == PeriodType.ABSOLUTE_DATE ? absolute.required() : absolute).wallClock();
        return count.map(number -> new Period(type, number.intValue(), expiry));
    }

    private static Optional<PeriodType> periodType(String word) {
        return PeriodType.of(word).filter(type -> type != PeriodType.HOURS);
    }

    private static RewardDefinition.Window window(Fields fields) {
        Optional<LocalDateTime> starts = fields.get("starts_at").wallClock();
        Optional<LocalDateTime> ends = fields.get("ends_at").wallClock();
        if (starts.isPresent() && ends.filter(end -> end.isBefore(starts.get())).isPresent()) {
            fields.refuse("ends_at", "The ends at must not be before the starts at.");
        }
        return new RewardDefinition.Window(starts, ends);
    }

    private static ObjectNode details(Fields fields) {
        ObjectNode details = Json.object();
        PROSE.forEach(name ->
                fields.get(name).prose(DefinitionDetails.LONGEST_PROSE).ifPresent(text -> details.put(name, text)));
        URLS.forEach(name -> fields.get(name).url().ifPresent(url -> details.put(name, url)));
        INTEGERS.forEach(name -> fields.get(name).integer(-FAR, FAR).ifPresent(number -> details.put(name, number)));
        fields.get("extend_days")
                .integer(1, PeriodType.DAYS.longest())
                .ifPresent(days -> details.put("extend_days", days));
        details.put("is_reassignable", fields.get("is_reassignable").flag().orElse(false));
        Optional<JsonNode> tags = fields.get("tags").tags();
        tags.ifPresent(list -> details.set("tags", list));
        return details;
    }

    RewardDefinition toDefinition(long id, long version, CommitId commit, Instant createdAt, Instant updatedAt) {
        return new RewardDefinition(
                id,
                version,
                commit,
                name,
                handle,
                type,
                value,
                maxValue,
                period,
                window,
                isPublished,
                isAssignable,
                isExtendable,
                details,
                createdAt,
                updatedAt);
    }
}
