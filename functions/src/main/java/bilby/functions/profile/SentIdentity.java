package bilby.functions.profile;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.profile.Identity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;

/** An identity as a request says it (docs/api.md §8). */
record SentIdentity(String handle, String identifier, boolean isPrimary, boolean isActive) {

    /** Each is a claim in the commit, which has room for a hundred actions. */
    static final int MOST = 20;

    /** Those of a profile's body, each empty if something is wrong with it, which is noted. */
    static List<Optional<SentIdentity>> list(Fields body) {
        Set<List<String>> names = new HashSet<>();
        return body.each("identities", MOST, fields -> {
            Optional<SentIdentity> sent = parse(fields);
            if (sent.filter(identity -> !names.add(List.of(identity.handle, identity.identifier)))
                    .isPresent()) {
                fields.refuse("identifier", "The identifier stands in the list twice.");
            }
            return sent;
        });
    }

    private static Optional<SentIdentity> parse(Fields fields) {
        Optional<String> handle =
                notBlank(fields, "handle", fields.get("handle").line(Field.SHORT_TEXT));
        Optional<String> identifier =
                notBlank(fields, "identifier", fields.get("identifier").reference());
        boolean isPrimary = fields.get("is_primary").flag().orElse(false);
        boolean isActive = fields.get("is_active").flag().orElse(true);
        return handle.flatMap(system -> identifier.map(name -> new SentIdentity(system, name, isPrimary, isActive)));
    }

    private static Optional<String> notBlank(Fields fields, String name, Optional<String> text) {
        Optional<String> known = text.filter(value -> !value.isBlank());
        if (known.isEmpty()) {
            fields.refuseUnlessRefused(name, "The " + name + " field is required.");
        }
        return known;
    }

    /**
     * The identities of a profile that had some before. One that stays keeps its id.
     *
     * @param newIds ids by their number, no two the same
     */
    static List<Identity> toIdentities(
            List<SentIdentity> sent, List<Identity> before, IntToLongFunction newIds, Instant now) {
        List<Identity> after = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        before.forEach(identity -> taken.add(identity.id()));
        int number = 0;
        for (SentIdentity identity : sent) {
            Optional<Identity> known = before.stream()
                    .filter(old -> old.isNamed(identity.handle, identity.identifier))
                    .findFirst();
            if (known.isPresent()) {
                after.add(identity.over(known.get(), now));
                continue;
            }
            long id = newIds.applyAsLong(number++);
            while (!taken.add(id)) {
                id = newIds.applyAsLong(number++);
            }
            after.add(new Identity(
                    id, identity.handle, identity.identifier, identity.isPrimary, identity.isActive, now, now));
        }
        return List.copyOf(after);
    }

    private Identity over(Identity known, Instant now) {
        boolean isSame = known.isPrimary() == isPrimary && known.isActive() == isActive;
        return isSame
                ? known
                : new Identity(known.id(), handle, identifier, isPrimary, isActive, known.createdAt(), now);
    }
}
