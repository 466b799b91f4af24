package bilby.functions.profile;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.profile.Birthday;
import bilby.profile.Identity;
import bilby.profile.Profile;
import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/**
 * A profile as a request says it (docs/api.md §8).
 *
 * @param id the one that the client chose, if it chose one
 */
record ProfileBody(
        Optional<ProfileId> id,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<String> mobilePhone,
        Optional<Birthday> birthday,
        Optional<ZoneId> zone,
        List<SentIdentity> identities,
        String details) {

    /** The largest profile, in bytes of JSON. */
    private static final int LARGEST = 64 << 10;

    static final String NOBODY = "A profile needs a name, an email, a mobile phone or an identity.";

    private static final int EARLIEST_BIRTH = 1900;

    /** Where the day begins first: nobody's today is a later date. */
    private static final ZoneId FIRST_ZONE = ZoneOffset.ofHours(14);

    /** The profile that the body says, or all that is wrong with it. */
    static Parsed<ProfileBody> parse(ObjectNode body, Instant now) {
        Fields fields = Fields.of(body);
        Optional<ProfileId> id = id(fields);
        Optional<String> firstName = fields.get("first_name").line(Field.SHORT_TEXT);
        Optional<String> lastName = fields.get("last_name").line(Field.SHORT_TEXT);
        Optional<String> email = fields.get("email").email();
        Optional<String> mobilePhone = fields.get("mobile_phone").reference();
        Optional<Birthday> birthday = birthday(fields, LocalDate.ofInstant(now, FIRST_ZONE));
        Optional<ZoneId> zone = fields.get("timezone").zone();
        List<Optional<SentIdentity>> identities = SentIdentity.list(fields);
        String details = Json.text(ProfileDetails.of(fields));
        if (details.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            fields.refuse("body", "A profile may not be larger than 64 KB.");
        }
        if (Stream.of(firstName, lastName, email, mobilePhone)
                        .allMatch(text -> text.isEmpty() || text.get().isBlank())
                && identities.isEmpty()
                && Stream.of("first_name", "last_name", "email", "mobile_phone", "identities")
                        .noneMatch(fields::isRefused)) {
            fields.refuse("email", NOBODY);
        }
        return fields.parsed(() -> new ProfileBody(
                id,
                firstName,
                lastName,
                email,
                mobilePhone,
                birthday,
                zone,
                identities.stream().flatMap(Optional::stream).toList(),
                details));
    }

    /**
     * The profile as a change of it would leave it: what the body has not is as before. So a rule that looks at several
     * fields judges those that were sent together with those that were there.
     */
    static Parsed<ProfileBody> parseChange(Profile before, ObjectNode changes, Instant now) {
        ObjectNode body = ProfileJson.settable(before);
        body.setAll(changes);
        body.put("id", before.id().toString());
        return parse(body, now);
    }

    private static Optional<ProfileId> id(Fields fields) {
        Optional<String> text = fields.get("id").line(Field.SHORT_TEXT);
        Optional<ProfileId> id = text.flatMap(ProfileId::parse);
        if (text.isPresent() && id.isEmpty()) {
            fields.refuse("id", "The id must be a UUID.");
        }
        return id;
    }

    private static Optional<Birthday> birthday(Fields fields, LocalDate latest) {
        Optional<Long> day = fields.get("birth_day").integer(1, 31);
        Optional<Long> month = fields.get("birth_month").integer(1, 12);
        Optional<Long> year = fields.get("birth_year").integer(EARLIEST_BIRTH, latest.getYear());
        if (Stream.of(day, month, year).allMatch(Optional::isEmpty)
                && Stream.of("birth_day", "birth_month", "birth_year").noneMatch(fields::isRefused)) {
            return Optional.empty();
        }
        fields.get("birth_day").required();
        fields.get("birth_month").required();
        if (day.isEmpty() || month.isEmpty()) {
            return Optional.empty();
        }
        Optional<Birthday> birthday =
                Birthday.of(month.get().intValue(), day.get().intValue(), year.map(Long::intValue));
        if (birthday.isEmpty()) {
            fields.refuse("birth_day", "The birth day is not a day of that month.");
        }
        if (birthday.flatMap(Birthday::date).filter(latest::isBefore).isPresent()) {
            fields.refuse("birth_year", "The birth year must not put the birth in the future.");
        }
        return birthday;
    }

    /** A new profile; its identities have new ids, by their number. */
    Profile toProfile(ProfileId newId, CommitId commit, IntToLongFunction newIds, Instant now) {
        List<Identity> known = SentIdentity.toIdentities(identities, List.of(), newIds, now);
        return toProfile(newId, 1, commit, birthday.map(entered -> now), known, now, now);
    }

    /** The profile after a change. A birthday that keeps its day counts as entered when it was. */
    Profile toProfile(Profile before, CommitId commit, IntToLongFunction newIds, Instant now) {
        boolean isSameDay = before.birthday().map(Birthday::day).equals(birthday.map(Birthday::day));
        Optional<Instant> since = isSameDay ? before.birthdaySince() : birthday.map(entered -> now);
        List<Identity> known = SentIdentity.toIdentities(identities, before.identities(), newIds, now);
        return toProfile(before.id(), before.version() + 1, commit, since, known, before.createdAt(), now);
    }

    private Profile toProfile(
            ProfileId profileId,
            long version,
            CommitId commit,
            Optional<Instant> birthdaySince,
            List<Identity> known,
            Instant createdAt,
            Instant updatedAt) {
        return new Profile(
                profileId,
                version,
                commit,
                firstName,
                lastName,
                email,
                mobilePhone,
                birthday,
                birthdaySince,
                zone,
                known,
                details,
                createdAt,
                updatedAt);
    }
}
