package bilby.functions.profile;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.profile.Birthday;
import bilby.profile.Profile;
import bilby.setting.Settings;
import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileBodyTest {

    private static final Instant NOW = Instant.parse("2024-12-05T10:00:00Z");
    private static final ProfileId ID = ProfileId.of("0192f0e4-1111-4222-8333-444455556666");
    private static final String WHOLE = """
            {"id":"0192F0E4-1111-4222-8333-444455556666","first_name":"Jane","last_name":"Citizen",
             "email":"Jane@Example.com","mobile_phone":"+61400000000","secondary_phone":61399990000,
             "birth_day":"29","birth_month":2,"birth_year":2000,"timezone":"Australia/Perth",
             "tags":["vip","melbourne"],"gender":"female","title":"Dr","company":"ACME","occupation":"Vet",
             "avatar_url":"https://example.com/jane.png","joined_at":"2024-01-31T23:30:00+11:00",
             "joined_location_id":12,"preferred_location_id":"S-12","addresses":[{"city":"Perth","lat":-31.950}],
             "attributes":{"comms":{"email_promo":true}},"custom_fields":[1,{"a":null}],"profile_type":"staff"}
            """;

    @Test
    void aProfileNeedsANameOrAnEmailOrAPhone() {
        JsonNode needsOne = json("{'email':['A profile needs a name, an email, a mobile phone or an identity.']}");
        assertThat(errors("{}")).isEqualTo(needsOne);
        assertThat(errors("{'first_name':' ','email':null,'secondary_phone':'5'}"))
                .isEqualTo(needsOne);
        assertThat(valid("{'first_name':'Jane'}").firstName()).contains("Jane");
        assertThat(valid("{'last_name':'Citizen'}").lastName()).contains("Citizen");
        assertThat(valid("{'email':'a@b.co'}").email()).contains("a@b.co");
        assertThat(valid("{'mobile_phone':400000000}").mobilePhone()).contains("400000000");
    }

    @Test
    void anEmailMustLookLikeOne() {
        for (String email : new String[] {"jane", "jane@", "@b.co", "a b@c.de", "a@b@c.de", "a@.de", "a@b", "a@b.c"}) {
            assertThat(errors("{'first_name':'Jane','email':'" + email + "'}"))
                    .as(email)
                    .isEqualTo(json("{'email':['The email must be a valid email address.']}"));
        }
        assertThat(valid("{'email':'jane.o+tag@mail.example.com.au'}").email()).isPresent();
        assertThat(errors("{'email':'" + "a".repeat(64) + "@"
                        + "b".repeat(60).concat(".").repeat(4) + "com'}"))
                .isEqualTo(json("{'email':['The email may not be longer than 255 characters.']}"));
    }

    @Test
    void aBirthdayHasADayAndAMonth() {
        assertThat(errors("{'first_name':'J','birth_day':5}"))
                .isEqualTo(json("{'birth_month':['The birth month field is required.']}"));
        assertThat(errors("{'first_name':'J','birth_month':5}"))
                .isEqualTo(json("{'birth_day':['The birth day field is required.']}"));
        assertThat(errors("{'first_name':'J','birth_year':1990}"))
                .isEqualTo(json("{'birth_day':['The birth day field is required.'],"
                        + "'birth_month':['The birth month field is required.']}"));
        assertThat(errors("{'first_name':'J','birth_day':'','birth_month':''}"))
                .isEqualTo(json("{'birth_day':['The birth day must be a number.'],"
                        + "'birth_month':['The birth month must be a number.']}"));
        assertThat(valid("{'first_name':'J','birth_day':null,'birth_month':null}")
                        .birthday())
                .isEmpty();
    }

    @Test
    void aBirthdayIsADayThatThereIs() {
        assertThat(errors("{'first_name':'J','birth_day':31,'birth_month':4}"))
                .isEqualTo(json("{'birth_day':['The birth day is not a day of that month.']}"));
        assertThat(errors("{'first_name':'J','birth_day':29,'birth_month':2,'birth_year':2001}"))
                .isEqualTo(json("{'birth_day':['The birth day is not a day of that month.']}"));
        assertThat(valid("{'first_name':'J','birth_day':29,'birth_month':2}").birthday())
                .isPresent();
    }

    @Test
    void nobodyIsBornTomorrow() {
        assertThat(errors("{'first_name':'J','birth_day':7,'birth_month':12,'birth_year':2024}"))
                .isEqualTo(json("{'birth_year':['The birth year must not put the birth in the future.']}"));
        assertThat(valid("{'first_name':'J','birth_day':6,'birth_month':12,'birth_year':2024}")
                        .birthday())
                .as("it is the 6th already where the day begins first")
                .isPresent();
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThat(errors("{'id':'7','first_name':7,'email':'x','timezone':'Mars','birth_day':45,'tags':'vip',"
                                + "'avatar_url':'javascript:alert(1)','attributes':[],'addresses':{}}")
                        .properties())
                .extracting(field -> field.getKey())
                .containsExactlyInAnyOrder(
                        "id",
                        "first_name",
                        "email",
                        "timezone",
                        "birth_day",
                        "birth_month",
                        "tags",
                        "avatar_url",
                        "attributes",
                        "addresses");
    }

    @Test
    void aProfileIsNoLargerThan64Kb() {
        String half = "{'first_name':'J','attributes':{'a':'" + "x".repeat(40_000) + "'}";
        valid(half + "}");
        assertThat(errors(half + ",'custom_fields':'" + "x".repeat(40_000) + "'}"))
                .isEqualTo(json("{'body':['A profile may not be larger than 64 KB.']}"));
        valid(half + ",'unknown':'" + "x".repeat(40_000) + "'}");
    }

    @Test
    void whatWasSentIsShown() {
        ObjectNode shown = shown(jane());
        assertThat(shown.get("id").textValue()).isEqualTo(ID.toString());
        assertThat(shown.get("email").textValue()).isEqualTo("Jane@Example.com");
        assertThat(shown.get("secondary_phone").textValue()).isEqualTo("61399990000");
        assertThat(shown.get("birth_day").intValue()).isEqualTo(29);
        assertThat(shown.get("joined_at").textValue()).isEqualTo("2024-01-31 12:30:00");
        assertThat(Json.text(shown.get("addresses"))).isEqualTo("[{\"city\":\"Perth\",\"lat\":-31.950}]");
        assertThat(Json.text(shown.get("custom_fields"))).isEqualTo("[1,{\"a\":null}]");
        assertThat(shown.get("full_name").textValue()).isEqualTo("Jane Citizen");
    }

    @Test
    void aResponseSentBackChangesNothing() {
        Profile jane = jane();
        assertThat(changed(jane, Json.text(shown(jane)))).isEqualTo(jane);
        Profile nameOnly = profile(valid("{'first_name':'Jane'}"));
        assertThat(changed(nameOnly, Json.text(shown(nameOnly))).birthday()).isEmpty();
    }

    @Test
    void aChangeLeavesAloneWhatItDoesNotName() {
        Profile changed = changed(jane(), "{'company':'Initech','id':'somebody else'}");
        assertThat(changed.id()).isEqualTo(ID);
        assertThat(changed.email()).contains("Jane@Example.com");
        assertThat(shown(changed).get("company").textValue()).isEqualTo("Initech");
        assertThat(shown(changed).get("occupation").textValue()).isEqualTo("Vet");
    }

    @Test
    void aChangeToNullUnsets() {
        Profile changed = changed(jane(), "{'email':null,'tags':null,'gender':null,'timezone':null}");
        assertThat(changed.email()).isEmpty();
        assertThat(changed.zone()).isEmpty();
        assertThat(shown(changed).get("tags")).isEmpty();
        assertThat(shown(changed).get("gender").isNull()).isTrue();
    }

    @Test
    void aChangeIsJudgedOnTheProfileAsItWouldBe() {
        assertThat(changed(jane(), "{'birth_year':null,'birth_day':28}")
                        .birthday()
                        .map(Birthday::day))
                .hasToString("Optional[--02-28]");
        assertThat(changed(jane(), "{'birth_year':2004}").birthday().flatMap(Birthday::date))
                .contains(LocalDate.of(2004, 2, 29));
        assertThat(changeErrors(jane(), "{'birth_year':2001}"))
                .isEqualTo(json("{'birth_day':['The birth day is not a day of that month.']}"));
        assertThat(changeErrors(jane(), "{'birth_month':null}"))
                .isEqualTo(json("{'birth_month':['The birth month field is required.']}"));
        assertThat(changeErrors(profile(valid("{'email':'a@b.co'}")), "{'email':null}"))
                .isEqualTo(json("{'email':['A profile needs a name, an email, a mobile phone or an identity.']}"));
    }

    @Test
    void theNextBirthdayIsCountedInTheProfilesZone() {
        Profile jane =
                profile(valid("{'first_name':'J','birth_day':6,'birth_month':12,'timezone':'Pacific/Auckland'}"));
        Instant sixthInAuckland = Instant.parse("2024-12-05T11:00:00Z");
        ObjectNode shown = ProfileJson.of(jane, Wallet.empty(ID), Settings.DEFAULT, sixthInAuckland);
        assertThat(shown.get("next_birthday").textValue()).isEqualTo("2024-12-06");
        assertThat(shown.get("birth_days").intValue()).isEqualTo(0);
        assertThat(shown.get("birth_date").isNull()).isTrue();
        ObjectNode inPerth = ProfileJson.of(
                changed(jane, "{'timezone':'Australia/Perth'}"), Wallet.empty(ID), Settings.DEFAULT, sixthInAuckland);
        assertThat(inPerth.get("birth_days").intValue()).isEqualTo(1);
    }

    @Test
    void aBirthdayCountsAsEnteredWhenItsDayWas() {
        Profile jane = jane();
        Instant later = NOW.plusSeconds(60);

        assertThat(jane.birthdaySince()).contains(NOW);
        assertThat(later(jane, "{'birth_year':2004,'timezone':'Pacific/Auckland'}", later))
                .contains(NOW);
        assertThat(later(jane, "{'birth_day':28}", later)).contains(later);
        assertThat(later(jane, "{'birth_day':null,'birth_month':null,'birth_year':null}", later))
                .isEmpty();
    }

    private static Optional<Instant> later(Profile before, String body, Instant now) {
        return valid(ProfileBody.parseChange(before, json(body), now))
                .toProfile(before, new CommitId("d"), number -> 100L + number, now)
                .birthdaySince();
    }

    private static Profile jane() {
        Profile jane = profile(valid(WHOLE));
        assertThat(jane.id()).isEqualTo(ID);
        assertThat(jane.zone()).contains(ZoneId.of("Australia/Perth"));
        return jane;
    }

    private static Profile profile(ProfileBody body) {
        return body.toProfile(body.id().orElse(ID), new CommitId("c"), number -> 100L + number, NOW);
    }

    private static ObjectNode shown(Profile profile) {
        return ProfileJson.of(profile, Wallet.empty(profile.id()), Settings.DEFAULT, NOW);
    }

    private static Profile changed(Profile before, String body) {
        return profile(valid(ProfileBody.parseChange(before, json(body), NOW)));
    }

    private static JsonNode changeErrors(Profile before, String body) {
        return errors(ProfileBody.parseChange(before, json(body), NOW));
    }

    private static ProfileBody valid(String body) {
        return valid(ProfileBody.parse(json(body), NOW));
    }

    private static ProfileBody valid(Parsed<ProfileBody> parsed) {
        return switch (parsed) {
            case Parsed.Valid<ProfileBody>(ProfileBody body) -> body;
            case Parsed.Invalid<ProfileBody> invalid -> throw new AssertionError(invalid);
        };
    }

    private static JsonNode errors(String body) {
        return errors(ProfileBody.parse(json(body), NOW));
    }

    private static JsonNode errors(Parsed<ProfileBody> parsed) {
        return switch (parsed) {
            case Parsed.Valid<ProfileBody> valid -> throw new AssertionError(valid);
            case Parsed.Invalid<ProfileBody> invalid -> {
                assertThat(invalid.answer().status()).isEqualTo(422);
                yield invalid.answer().body().orElseThrow().required("errors");
            }
        };
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.stored(text.replace('\'', '"'));
    }
}
