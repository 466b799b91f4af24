package bilby.functions.profile;

import bilby.functions.http.Json;
import bilby.profile.Identity;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** An identity as the API shows it (docs/api.md §8). */
final class IdentityJson {

    private IdentityJson() {}

    static ArrayNode of(ProfileId profileId, List<Identity> identities) {
        ArrayNode list = Json.array();
        identities.forEach(identity -> list.add(of(profileId, identity)));
        return list;
    }

    private static ObjectNode of(ProfileId profileId, Identity identity) {
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
