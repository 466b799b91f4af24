package bilby.functions.profile;

import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.profile.Identity;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** An identity as a request says it (docs/api.md §8). */
record SentIdentity(String handle, String identifier, boolean isPrimary, boolean isActive) {

    /** Each is a claim in the commit, which has room for a hundred actions. */
    static final int MOST = 20;

    static final String TAKEN = "The identifier has already been taken.";

    /** Those of a profile's body, each empty if something is wrong with it, which is noted. */
    static List<Optional<SentIdentity>> list(Fields body) {
        Set<IdentityName> names = new HashSet<>();
        return body.each("identities", MOST, fields -> {
            Optional<SentIdentity> sent = parse(fields);
            if (sent.filter(identity -> !names.add(identity.name())).isPresent()) {
                fields.refuse("identifier", "The identifier stands in the list twice.");
            }
            return sent;
        });
    }

    private static Optional<SentIdentity> parse(Fields fields) {
        Optional<String> handle =
                notBlank(fields, "handle", fields.get("handle").line(Identity.LONGEST_NAME));
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

    /** One that is a request's whole body, or all that is wrong with it. */
    static Parsed<SentIdentity> parse(ObjectNode body) {
        Fields fields = Fields.of(body);
        Optional<SentIdentity> sent = parse(fields);
        return fields.parsed(sent::orElseThrow);
    }

    IdentityName name() {
        return new IdentityName(handle, identifier);
    }

    /**
     * The identities of a profile that had some before. One that stays keeps its id.
     *
     * @param newIds ids by their number, no two the same
     */
    static List<Identity> toIdentities(
            List<SentIdentity> sent, List<Identity> before, IntToLongFunction newIds, Instant now) {
        PrimitiveIterator.OfLong free = freeIds(before, newIds);
        return sent.stream()
                .map(identity -> before.stream()
                        .filter(old -> old.isNamed(identity.handle, identity.identifier))
                        .findFirst()
                        .map(known -> identity.over(known, now))
                        .orElseGet(() -> identity.toIdentity(free.nextLong(), now)))
                .toList();
    }

    /** Ids that none of a profile's identities has. */
    static PrimitiveIterator.OfLong freeIds(List<Identity> before, IntToLongFunction newIds) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToLong(newIds)
                .filter(id -> before.stream().noneMatch(known -> known.id() == id))
                .iterator();
    }

    Identity toIdentity(long id, Instant now) {
        return new Identity(id, handle, identifier, isPrimary, isActive, now, now);
    }

    /** An identity after a change of it. */
    Identity over(Identity known, Instant now) {
        boolean isSame =
                known.isNamed(handle, identifier) && known.isPrimary() == isPrimary && known.isActive() == isActive;
        return isSame
                ? known
                : new Identity(known.id(), handle, identifier, isPrimary, isActive, known.createdAt(), now);
    }
}
