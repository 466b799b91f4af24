package bilby.functions.profile;

import bilby.functions.http.Request;
import bilby.profile.Identity;
import bilby.profile.Profile;
import java.util.List;
import java.util.Optional;

/** The identity that a path names. */
final class IdentityPath {

    private IdentityPath() {}

    /** By {@code {id}}; or by {@code {handle}}, of several of which the primary one is meant, or else the first. */
    static Optional<Identity> find(Request request, Profile profile) {
        Optional<String> handle = request.pathIfAny("handle");
        if (handle.isEmpty()) {
            return request.id()
                    .flatMap(id -> profile.identities().stream()
                            .filter(identity -> identity.id() == id)
                            .findFirst());
        }
        List<Identity> known = profile.identities().stream()
                .filter(identity -> identity.handle().equals(handle.get()))
                .toList();
        return known.stream()
                .filter(Identity::isPrimary)
                .findFirst()
                .or(() -> known.stream().findFirst());
    }
}
