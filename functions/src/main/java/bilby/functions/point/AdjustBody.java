package bilby.functions.point;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.util.Optional;

/**
 * What a PUT makes of a grant of points (docs/api.md §6): what the body does not say stays.
 *
 * @param version the wallet's version that the client saw, if it says
 */
record AdjustBody(
        Points valueInitial,
        Points valueRemaining,
        Span span,
        Optional<String> description,
        Optional<String> meta,
        Optional<Long> version) {

    static Parsed<AdjustBody> parse(Fields fields, StandingPoints standing) {
        PointGrant grant = standing.grant();
        Points initial = fields.get("value_initial").positivePoints().orElse(grant.valueInitial());
        Points remaining =
                fields.get("value_remaining").pointsFromZero().orElseGet(() -> grant.remaining(standing.wallet()));
        Span span = fields.isSent("expires_at") ? span(fields, grant.span().issuedAt()) : grant.span();
        Optional<String> description = fields.isSent("description")
                ? fields.get("description").prose(IssueBody.LONGEST_DESCRIPTION)
                : grant.description();
        Optional<String> meta = fields.isSent("meta")
                ? fields.get("meta").objectOrArray(Field.LARGEST_META).map(Json::text)
                : grant.meta();
        Optional<Long> version = fields.get("version").integer(0, Long.MAX_VALUE);
        return fields.parsed(() -> new AdjustBody(initial, remaining, span, description, meta, version));
    }

    /** To the expiry that the body says; with one that is unset, for ever. */
    private static Span span(Fields fields, Instant issuedAt) {
        Optional<Instant> expiresAt = fields.get("expires_at").utc();
        if (expiresAt.filter(issuedAt::isAfter).isPresent()) {
            fields.refuse("expires_at", "The expires at must not be before the issued at.");
        }
        return new Span(issuedAt, expiresAt);
    }

    boolean isStale(Wallet wallet) {
        return version.filter(seen -> seen != wallet.version()).isPresent();
    }
}
