package bilby.functions.point;

import bilby.catalogue.PointDefinition;
import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.functions.http.Time;
import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Movement;
import bilby.wallet.Span;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** Points to be issued, as a request says it (docs/api.md §6). */
record IssueBody(
        Points valueInitial,
        Points valueRemaining,
        Span span,
        Optional<Instant> accruedAt,
        Optional<String> description,
        Optional<String> externalId,
        Optional<String> meta) {

    static final int LONGEST_DESCRIPTION = 2_000;

    static Optional<Long> definitionId(ObjectNode body) {
        return Fields.of(body).get("point_definition_id").id();
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
            Fields fields, Optional<PointDefinition> definition, boolean profileExists, Instant now) {
        if (!profileExists) {
            fields.get("profile_id").required();
            fields.refuseUnlessRefused("profile_id", "The selected profile id is invalid.");
        }
        fields.get("point_definition_id").required().id();
        if (definition.isEmpty()) {
            fields.refuseUnlessRefused("point_definition_id", "The selected point definition id is invalid.");
        }
        Optional<Points> initial = fields.get("value_initial").required().positivePoints();
        Optional<Points> remaining =
                fields.get("value_remaining").pointsFromZero().or(() -> initial);
        Span span = span(fields, definition, now);
        Optional<Instant> accruedAt = fields.get("accrued_at").utc();
        Optional<String> description = fields.get("description").prose(LONGEST_DESCRIPTION);
        Optional<String> externalId = fields.get("external_id").reference();
        Optional<String> meta =
                fields.get("meta").objectOrArray(Field.LARGEST_META).map(Json::text);
        return fields.parsed(() -> new IssueBody(
                initial.orElseThrow(), remaining.orElseThrow(), span, accruedAt, description, externalId, meta));
    }

    private static Span span(Fields fields, Optional<PointDefinition> definition, Instant now) {
        Instant issuedAt = fields.get("issued_at").utc().orElse(now);
        Optional<Instant> expiresAt =
                fields.get("expires_at").utc().or(() -> definition.flatMap(found -> found.expiry(issuedAt)));
        if (expiresAt.filter(issuedAt::isAfter).isPresent()) {
            fields.refuse("expires_at", "The expires at must not be before the issued at.");
        }
        if (expiresAt.filter(at -> !Time.isInRange(at)).isPresent()) {
            fields.refuse("expires_at", "The expires at must not be after the year " + Time.LAST_YEAR + ".");
        }
        return new Span(issuedAt, expiresAt);
    }

    PointGrant toGrant(Movement issue, long id, DefinitionRef definition) {
        Instant now = issue.entry().at();
        return new PointGrant(
                id,
                1,
                issue.wallet().profileId(),
                definition,
                valueInitial,
                Points.ZERO,
                span,
                accruedAt,
                description,
                externalId,
                meta,
                Optional.empty(),
                now,
                now);
    }
}
