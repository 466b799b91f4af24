package bilby.functions.reward;

import bilby.catalogue.RewardDefinition;
import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Time;
import bilby.money.Money;
import bilby.reward.Reward;
import bilby.time.WallClock;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Movement;
import bilby.wallet.Span;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A reward to be issued, as a request says it (docs/api.md §3). */
record IssueBody(
        ZoneId zone,
        Money valueInitial,
        Money valueRemaining,
        Span span,
        Optional<String> externalId,
        Optional<String> meta) {

    static Optional<Long> definitionId(ObjectNode body) {
        return Fields.of(body).get("reward_definition_id").id();
    }

    static Optional<String> definitionHandle(ObjectNode body) {
        return Fields.of(body).get("reward_definition_handle").line(Field.SHORT_TEXT);
    }

    static Optional<String> externalId(ObjectNode body) {
        return Fields.of(body).get("external_id").reference();
    }

    /**
     * The issue that the body says, or all that is wrong with it.
     *
     * @param definition the definition that the body names, if there is one
     * @param profileExists whether the profile that the body names does
     */
    static Parsed<IssueBody> parse(
            Fields fields, Optional<RewardDefinition> definition, boolean profileExists, Instant now) {
        if (!profileExists) {
            fields.get("profile_id").required();
            fields.refuseUnlessRefused("profile_id", "The selected profile id is invalid.");
        }
        checkDefinition(fields, definition);
        Optional<ZoneId> zone = fields.get("timezone").required().zone();
        Optional<Money> initial =
                fields.get("value_initial").positiveMoney().or(() -> definition.map(RewardDefinition::value));
        Optional<Money> remaining =
                fields.get("value_remaining").moneyFromZero().or(() -> initial);
        Optional<Span> span = span(fields, zone, definition, now);
        Optional<String> externalId = fields.get("external_id").reference();
        Optional<String> meta =
                fields.get("meta").objectOrArray(Field.LARGEST_META).map(Json::text);
        definition.flatMap(RewardDefinition::maxValue).ifPresent(most -> {
            initial.ifPresent(value -> fields.refuseAbove("value_initial", value, most));
            remaining.ifPresent(value -> fields.refuseAbove("value_remaining", value, most));
        });
        return fields.parsed(() -> new IssueBody(
                zone.orElseThrow(),
                initial.orElseThrow(),
                remaining.orElseThrow(),
                span.orElseThrow(),
                externalId,
                meta));
    }

    Reward toReward(Movement issue, long id, DefinitionRef definition) {
        Instant now = issue.entry().at();
        return new Reward(
                id,
                1,
                issue.wallet().profileId(),
                zone,
                definition,
                valueInitial,
                Money.ZERO,
                span,
                Optional.empty(),
                externalId,
                meta,
                Optional.empty(),
                now,
                now,
                Optional.empty());
    }

    private static void checkDefinition(Fields fields, Optional<RewardDefinition> definition) {
        Optional<Long> id = fields.get("reward_definition_id").id();
        Optional<String> handle = fields.get("reward_definition_handle").line(Field.SHORT_TEXT);
        if (!fields.has("reward_definition_id") && !fields.has("reward_definition_handle")) {
            fields.get("reward_definition_id").required();
        } else if (definition.isEmpty()) {
            String named = id.isPresent() || handle.isEmpty() ? "reward_definition_id" : "reward_definition_handle";
            fields.refuseUnlessRefused(named, "The selected " + named.replace('_', ' ') + " is invalid.");
        } else if (handle.filter(text -> !text.equals(definition.get().handle()))
                .isPresent()) {
            fields.refuse("reward_definition_handle", "The reward definition handle is not that of the id.");
        }
    }

    private static Optional<Span> span(
            Fields fields, Optional<ZoneId> zone, Optional<RewardDefinition> definition, Instant now) {
        Optional<Time> issued = fields.get("issued_at").time();
        Optional<Time> expires = fields.get("expires_at").time();
        if (zone.isEmpty() || definition.isEmpty()) {
            return Optional.empty();
        }
        Instant issuedAt = issued.map(time -> time.in(zone.get())).orElse(now);
        LocalDateTime issuedLocally = WallClock.local(issuedAt, zone.get());
        Instant expiresAt = expires.map(time -> time.in(zone.get()))
                .orElseGet(() ->
                        WallClock.instant(definition.get().period().validity().expiry(issuedLocally), zone.get()));
        if (expiresAt.isBefore(issuedAt)) {
            fields.refuse("expires_at", "The expires at must not be before the issued at.");
        }
        if (!Time.isInRange(expiresAt)) {
            fields.refuse("expires_at", "The expires at must not be after the year " + Time.LAST_YEAR + ".");
        }
        if (!definition.get().window().includes(issuedLocally)) {
            fields.refuse("issued_at", "The reward definition may not be issued at this time.");
        }
        return Optional.of(Span.of(issuedAt, expiresAt));
    }
}
