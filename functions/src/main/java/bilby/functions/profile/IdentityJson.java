package bilby.functions.profile;

import bilby.functions.http.Attempt;
import bilby.functions.http.Json;
import bilby.functions.http.Request;
import bilby.profile.Identity;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** An identity as the API shows it (docs/api.md §8). */
final class IdentityJson {

    /** The query's word for the profile within each identity. */
    private static final String PROFILE = "profile";

    private IdentityJson() {}

    /** All identities of a profile, each with the profile itself where the request asks for it. */
    static List<ObjectNode> all(Request request, Attempt attempt, ProfileWithWallet found) {
        Optional<ObjectNode> profile = included(request, attempt, found);
        return found.profile().identities().stream()
                .map(identity -> with(profile, of(found.id(), identity)))
                .toList();
    }

    /** One identity, with the profile itself where the request asks for it. */
    static ObjectNode of(Request request, Attempt attempt, ProfileWithWallet found, Identity identity) {
        return with(included(request, attempt, found), of(found.id(), identity));
    }

    private static Optional<ObjectNode> included(Request request, Attempt attempt, ProfileWithWallet found) {
        return request.query()
                .get("include")
                .filter(include -> List.of(include.split(",", -1)).contains(PROFILE))
                .map(include -> found.toJson(attempt, attempt.settings()));
    }

    private static ObjectNode with(Optional<ObjectNode> profile, ObjectNode identity) {
        profile.ifPresent(included -> identity.set(PROFILE, included));
        return identity;
    }

    static ArrayNode of(ProfileId profileId, List<Identity> identities) {
        ArrayNode list = Json.array();
        identities.forEach(identity -> list.add(of(profileId, identity)));
        return list;
    }

    static ObjectNode of(ProfileId profileId, Identity identity) {
        ObjectNode json = Json.object();
        json.put("id", identity.id());
        json.put("profile_id", profileId.toString());
        json.put("handle", identity.handle());
        json.put("identifier", identity.identifier());
        json.put("is_primary", identity.isPrimary());
        json.put("is_active", identity.isActive());
        // Bilby merges no profiles.
        json.set("merged_from", Json.text(Optional.empty()));
        json.set("created_at", Json.of(identity.createdAt()));
        json.set("updated_at", Json.of(identity.updatedAt()));
        return json;
    }
}
