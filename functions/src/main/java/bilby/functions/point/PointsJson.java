package bilby.functions.point;

import bilby.catalogue.Source;
import bilby.functions.catalogue.PointDefinitionJson;
import bilby.functions.http.Json;
import bilby.money.ExchangeRate;
import bilby.money.Points;
import bilby.point.PointGrant;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A grant of points as the API shows it (docs/api.md §6). */
public final class PointsJson {

    private PointsJson() {}

    /**
     * The grant as it stands in its wallet at an instant of the clock.
     *
     * @param rate what a point is worth now, whatever it was when the points were issued
     */
    public static ObjectNode of(StandingPoints standing, Instant clock, ExchangeRate rate) {
        PointGrant grant = standing.grant();
        Points remaining = grant.remaining(standing.wallet());
        ObjectNode json = Json.object();
        json.put("id", grant.id());
        json.put("profile_id", grant.profileId().toString());
        json.set("linked_profile_id", NullNode.instance);
        json.set("value_initial", Json.of(grant.valueInitial()));
        json.set("value_remaining", Json.of(remaining));
        json.set("value_initial_currency", Json.of(rate.worth(grant.valueInitial())));
        json.set("value_remaining_currency", Json.of(rate.worth(remaining)));
        json.set("issued_at", Json.of(grant.span().issuedAt()));
        json.set("accrued_at", Json.time(grant.accruedAt()));
        json.set("expires_at", Json.time(grant.span().expiresAt()));
        json.put(
                "status",
                grant.status(standing.wallet(), standing.wallet().now(clock)).word());
        json.set("definition", PointDefinitionJson.of(standing.definition()));
        json.set("description", Json.text(grant.description()));
        json.set("meta", Json.kept(grant.meta()));
        json.set("source_type", Json.text(grant.source().map(Source::type)));
        json.set(
                "source",
                Json.orNull(grant.source()
                        .flatMap(Source::id)
                        .map(id -> Json.object().put("id", id))));
        json.set("rate", Json.number(rate.dollarsPerPoint()));
        json.put("version", standing.wallet().version());
        json.set("created_at", Json.of(grant.createdAt()));
        json.set("updated_at", Json.of(grant.updatedAt()));
        return json;
    }
}
