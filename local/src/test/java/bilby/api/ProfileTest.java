package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {

    private final Api api = Api.shared();
    private final String email = Api.unique() + "@example.com";

    @Test
    void everyFieldIsEchoed() {
        JsonNode created = create("""
                {'first_name':'Zoë','last_name':'O\\u0027Neil 🎂','email':'%s','mobile_phone':'%s','secondary_phone':'1',
                 'birth_day':'29','birth_month':'2','birth_year':'2000','timezone':'Europe/Paris','tags':['b','a'],
                 'gender':'f','title':'Dr','company':'c','occupation':'o','avatar_url':'https://example.com/a.png',
                 'joined_at':'2020-01-01 10:00:00','joined_location_id':7,'preferred_location_id':'p','profile_type':'vip',
                 'addresses':[{'postcode':'3000'}],'attributes':{'x':{'y':1.10}},'custom_fields':{'z':[1]}}
                """.formatted(email, Api.unique())).data();
        assertThat(Stream.of(
                                "first_name",
                                "full_name",
                                "email",
                                "secondary_phone",
                                "birth_date",
                                "timezone",
                                "gender",
                                "title",
                                "company",
                                "occupation",
                                "avatar_url",
                                "joined_at",
                                "joined_location_id",
                                "preferred_location_id",
                                "profile_type")
                        .map(name -> created.path(name).asText()))
                .containsExactly(
                        "Zoë",
                        "Zoë O'Neil 🎂",
                        email,
                        "1",
                        "2000-02-29",
                        "Europe/Paris",
                        "f",
                        "Dr",
                        "c",
                        "o",
                        "https://example.com/a.png",
                        "2020-01-01 10:00:00",
                        "7",
                        "p",
                        "vip");
        assertThat(created.get("attributes").toString()).isEqualTo("{\"x\":{\"y\":1.10}}");
        assertThat(created.get("tags").toString()).isEqualTo("[\"b\",\"a\"]");
        assertThat(created.get("reward_balance").isNumber()).isTrue();
        assertThat(UUID.fromString(created.get("id").asText()).version()).isEqualTo(4);
        assertThat(read(created)).isEqualTo(created);
        JsonNode after =
                update(created, created.toString().replace("'", "\\u0027")).data();
        assertThat(without(after, "updated_at")).isEqualTo(without(created, "updated_at"));
    }

    @Test
    void anEmailIsUniqueWhateverItsCase() {
        assertThat(Together.statuses(
                        8, i -> create("{'email':'" + (i % 2 == 0 ? email : email.toUpperCase(Locale.ROOT)) + "'}")))
                .containsExactly(201, 422, 422, 422, 422, 422, 422, 422);
        assertThat(create("{'email':'" + email + "'}").errors()).containsExactly("email");
        assertThat(api.get("/profiles?filter[email]=" + email.toUpperCase(Locale.ROOT))
                        .data())
                .hasSize(1);
    }

    @Test
    void aPhoneIsUniqueAndTheClashHasItsExactWords() {
        String phone = "+61" + Api.unique();
        assertThat(create("{'mobile_phone':'" + phone + "'}").status()).isEqualTo(201);
        Answer clash = create("{'mobile_phone':'" + phone + "'}");
        assertThat(clash.status()).isEqualTo(422);
        assertThat(clash.text())
                .isEqualTo(
                        "{\"message\":\"The phone number exists\",\"errors\":{\"mobile_phone\":[\"The phone number exists\"]}}");
        JsonNode other =
                create("{'first_name':'A','secondary_phone':'" + phone + "'}").data();
        assertThat(update(other, "{'mobile_phone':'" + phone + "'}")
                        .json()
                        .get("message")
                        .asText())
                .isEqualTo("The phone number exists");
    }

    @Test
    void allThatIsTakenIsNamedAtOnce() {
        String id = UUID.randomUUID().toString();
        String body = "{'id':'" + id + "','email':'" + email + "','mobile_phone':'" + Api.unique() + "'}";
        assertThat(create(body).status()).isEqualTo(201);
        assertThat(create(body).errors()).containsExactlyInAnyOrder("id", "email", "mobile_phone");
    }

    @Test
    void aChangeMovesWhatIsTaken() {
        JsonNode profile = create("{'email':'" + email + "'}").data();
        assertThat(update(profile, "{'email':'" + email.toUpperCase(Locale.ROOT) + "'}")
                        .data()
                        .get("email")
                        .asText())
                .isEqualTo(email.toUpperCase(Locale.ROOT));
        assertThat(update(profile, "{'email':'" + Api.unique() + "@example.com'}")
                        .status())
                .isEqualTo(200);
        JsonNode next = create("{'email':'" + email + "'}").data();
        assertThat(update(profile, "{'email':'" + email + "'}").errors()).containsExactly("email");
        assertThat(update(next, "{'email':null,'last_name':'L'}").status()).isEqualTo(200);
        assertThat(update(profile, "{'email':'" + email + "'}").status()).isEqualTo(200);
    }

    @Test
    void ofManyWhoTakeOneEmailAtOnceOneGetsIt() {
        List<JsonNode> profiles = Stream.generate(
                        () -> create("{'first_name':'A'}").data())
                .limit(5)
                .toList();
        assertThat(Together.statuses(5, i -> update(profiles.get(i), "{'email':'" + email + "'}")))
                .containsExactly(200, 422, 422, 422, 422);
    }

    @Test
    void theTypeOfAMemberIsChangedAlone() {
        JsonNode profile = create("{'first_name':'A','profile_type':'vip'}").data();
        String path = "/profiles/" + profile.get("id").asText();
        JsonNode after = api.put(path + "/update-type", "{'profile_type':'staff','first_name':'B'}")
                .data();
        assertThat(after.get("profile_type").asText()).isEqualTo("staff");
        assertThat(after.get("first_name").asText()).isEqualTo("A");
        assertThat(read(profile)).isEqualTo(after);
        assertThat(api.put(path + "/update-type", "{'first_name':'B'}").errors())
                .containsExactly("profile_type");
        assertThat(api.put(path + "/update-type", "{'profile_type':[]}").errors())
                .containsExactly("profile_type");
        api.delete(path);
        assertThat(api.put(path + "/update-type", "{'profile_type':'staff'}").status())
                .isEqualTo(404);
    }

    @Test
    void aPutChangesWhatItSaysAndNullUnsets() {
        JsonNode before = create("{'first_name':'A','last_name':'B','email':'" + email + "','gender':'f','tags':['t']}")
                .data();
        JsonNode after = update(before, "{'last_name':null,'tags':null,'reward_balance':99,'id':'other'}")
                .data();
        assertThat(after.get("full_name").asText()).isEqualTo("A");
        assertThat(after.get("tags")).isEmpty();
        assertThat(without(after, "last_name", "full_name", "tags", "updated_at"))
                .isEqualTo(without(before, "last_name", "full_name", "tags", "updated_at"));
        assertThat(update(before, "{'first_name':null,'email':''}").errors()).containsExactly("email");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'birth_day':1}                                      | birth_month",
                "{'birth_month':1}                                    | birth_day",
                "{'birth_year':2000}                                  | birth_day birth_month",
                "{'birth_day':30,'birth_month':2}                     | birth_day",
                "{'birth_day':29,'birth_month':2,'birth_year':2023}   | birth_day",
                "{'birth_day':0,'birth_month':13}                     | birth_day birth_month",
                "{'birth_day':1,'birth_month':1,'birth_year':1e9}     | birth_year",
                "{'birth_day':1,'birth_month':1,'birth_year':1899}    | birth_year",
                "{'birth_day':'first','birth_month':[1]}              | birth_day birth_month"
            })
    void aBirthdayThatIsNoneIsRefused(String body, String fields) {
        assertThat(create(body.replace("}", ",'first_name':'A'}")).errors())
                .containsExactlyInAnyOrder(fields.split(" ", -1));
        JsonNode profile = create("{'first_name':'A'}").data();
        assertThat(update(profile, body).errors()).containsExactlyInAnyOrder(fields.split(" ", -1));
    }

    @Test
    void aBirthdayIsJudgedAsItWouldBe() {
        JsonNode profile = create("{'first_name':'A','birth_day':29,'birth_month':2,'birth_year':2000}")
                .data();
        assertThat(update(profile, "{'birth_year':2001}").errors()).containsExactly("birth_day");
        assertThat(update(profile, "{'birth_month':null}").errors()).containsExactly("birth_month");
        assertThat(update(profile, "{'birth_day':28,'birth_year':2001}")
                        .data()
                        .get("birth_date")
                        .asText())
                .isEqualTo("2001-02-28");
        JsonNode unset = update(profile, "{'birth_day':null,'birth_month':null,'birth_year':null}")
                .data();
        assertThat(unset.get("birth_date").isNull()).isTrue();
        assertThat(unset.get("next_birthday").isNull()).isTrue();
    }

    @Test
    void theClientMayChooseTheId() {
        String id = UUID.randomUUID().toString();
        String body = "{'id':'" + id.toUpperCase(Locale.ROOT) + "','first_name':'A'}";
        assertThat(Together.statuses(4, i -> create(body))).containsExactly(201, 422, 422, 422);
        assertThat(create(body).errors()).containsExactly("id");
        assertThat(api.get("/profiles/" + id.toUpperCase(Locale.ROOT))
                        .data()
                        .get("id")
                        .asText())
                .isEqualTo(id);
        assertThat(create("{'id':'1-1-1-1-1','first_name':'A'}").errors()).containsExactly("id");
    }

    @Test
    void balancesStandOnTheProfile() {
        JsonNode profile = create("{'first_name':'A'}").data();
        api.reward(profile.get("id").asText(), api.definition(), ",'value_remaining':2.5");
        JsonNode now = read(profile);
        assertThat(now.get("reward_balance").asText()).isEqualTo("2.5");
        assertThat(now.get("combined_balance_dollars").asText()).isEqualTo("2.5");
        assertThat(now.get("point_balance").asInt()).isEqualTo(0);
    }

    @Test
    void someoneIsFoundByIdEmailOrPhone() {
        String phone = "+61 " + Api.unique();
        JsonNode profile = create("{'email':'" + email + "','mobile_phone':'" + phone + "'}")
                .data();
        String encoded = phone.replace("+", "%2B").replace(" ", "+");
        assertThat(api.get("/profiles?filter[mobile_phone]=" + encoded).data()).containsExactly(profile);
        assertThat(api.get("/profiles?filter[email]=" + email).data()).containsExactly(profile);
        assertThat(api.get("/profiles?filter[id]=" + profile.get("id").asText()).data())
                .containsExactly(profile);
        assertThat(api.get("/profiles?filter[email]=" + email + "&filter[first_name]=X")
                        .data())
                .isEmpty();
        assertThat(api.get("/profiles?filter[email]=" + "a".repeat(3_000)).data())
                .isEmpty();
    }

    private Answer create(String body) {
        return api.post("/profiles", body);
    }

    private Answer update(JsonNode profile, String body) {
        return api.put("/profiles/" + profile.get("id").asText(), body);
    }

    private JsonNode read(JsonNode profile) {
        return api.get("/profiles/" + profile.get("id").asText()).data();
    }

    private static ObjectNode without(JsonNode object, String... names) {
        return object.<ObjectNode>deepCopy().without(List.of(names));
    }
}
