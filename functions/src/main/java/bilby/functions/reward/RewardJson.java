package bilby.functions.reward;

import bilby.catalogue.Source;
import bilby.functions.catalogue.RewardDefinitionJson;
import bilby.functions.http.Json;
import bilby.reward.Reward;
import bilby.time.WallClock;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;

/** A reward as the API shows it (docs/api.md §3). */
public final class RewardJson {

    private RewardJson() {}

    /** The reward as it stands in its wallet at an instant of the clock. */
    public static ObjectNode of(StandingReward standing, Instant clock, String currency) {
        Reward reward = standing.reward();
        Instant now = standing.wallet().now(clock);
        ZoneId zone = reward.zone();
        ObjectNode json = Json.object();
        json.put("id", reward.id());
        json.put("profile_id", reward.profileId().toString());
        json.put("timezone", zone.getId());
        json.set("value_initial", Json.of(reward.valueInitial()));
        json.set("value_remaining", Json.of(reward.remaining(standing.wallet())));
        json.set("issued_at", Json.of(reward.span().issuedAt()));
        json.set("expires_at", Json.time(reward.span().expiresAt()));
        json.set("issued_local_at", Json.of(WallClock.local(reward.span().issuedAt(), zone)));
        json.set(
                "expires_local_at",
                Json.orNull(reward.span().expiresAt().map(at -> Json.of(WallClock.local(at, zone)))));
        json.put("is_active", reward.isActive(standing.wallet(), now));
        json.put("is_expired", reward.span().isExpired(now));
        json.set("extended_at", Json.time(reward.extendedAt()));
        json.put("has_notified_issue", false);
        json.put("has_notified_expiry", false);
        json.put("has_notified_extend", false);
        json.set("notify_issue_at", NullNode.instance);
        json.set("notify_expiry_at", NullNode.instance);
        json.set("definition", RewardDefinitionJson.of(standing.definition(), currency));
        json.set("external_id", Json.text(reward.externalId()));
        json.set("meta", Json.kept(reward.meta()));
        json.set("source_id", Json.number(reward.source().flatMap(Source::id)));
        json.set("source_type", Json.text(reward.source().map(Source::type)));
        json.put("version", standing.wallet().version());
        json.set("created_at", Json.of(reward.createdAt()));
        json.set("updated_at", Json.of(reward.updatedAt()));
        return json;
    }
}
