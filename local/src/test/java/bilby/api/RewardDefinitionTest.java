package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewardDefinitionTest {

    private final Api api = Api.shared();

    @Test
    void everyFieldIsEchoed() {
        String handle = Api.unique();
        JsonNode created =
                api.post("/rewards/definitions", """
                {'name':'Spring','handle':'%s','type':'customer-service','value':'9.90','period':'6','period_type':'weeks',
                 'absolute_expiry':'2027-01-01 10:00:00','max_value':20,'starts_at':'2026-01-01','ends_at':'2026-12-31 23:59:59',
                 'description':'line\\nline','short_description':'It\\u0027s $5','long_description':'<p>a & b</p>',
                 'terms_conditions':'t','earn_instructions':'e','internal_notes':'i','icon':'https://example.com/i.png',
                 'image_url':'http://example.com/a?b=c','is_assignable':false,'is_reassignable':true,'is_extendable':1,
                 'is_published':'0','extend_days':'7','issue_target_id':1,'expiry_target_id':2,'extend_target_id':3,
                 'region_id':4,'notify_issue_offset_days':5,'notify_issue_offset_hour':6,'notify_expiry_offset_days':-7,
                 'notify_expiry_offset_hour':8,'notify_issue_offset':9,'notify_expiry_offset':10,
                 'notify_schedule_offset':11,'currency':'AUD','tags':['b','a']}
                """.formatted(handle)).data();
        assertThat(created.get("handle").asText()).isEqualTo(handle);
        assertThat(texts(
                        created,
                        "name",
                        "type",
                        "value",
                        "period",
                        "period_type",
                        "absolute_expiry",
                        "max_value",
                        "starts_at",
                        "ends_at",
                        "currency"))
                .containsExactly(
                        "Spring",
                        "customer-service",
                        "9.9",
                        "6",
                        "weeks",
                        "2027-01-01 10:00:00",
                        "20",
                        "2026-01-01 00:00:00",
                        "2026-12-31 23:59:59",
                        "AUD");
        assertThat(texts(
                        created,
                        "description",
                        "short_description",
                        "long_description",
                        "terms_conditions",
                        "earn_instructions",
                        "internal_notes",
                        "icon",
                        "image_url"))
                .containsExactly(
                        "line\nline",
                        "It's $5",
                        "<p>a & b</p>",
                        "t",
                        "e",
                        "i",
                        "https://example.com/i.png",
                        "http://example.com/a?b=c");
        assertThat(texts(created, "is_assignable", "is_reassignable", "is_extendable", "is_published"))
                .containsExactly("false", "true", "true", "false");
        assertThat(texts(
                        created,
                        "extend_days",
                        "issue_target_id",
                        "expiry_target_id",
                        "extend_target_id",
                        "region_id",
                        "notify_issue_offset_days",
                        "notify_issue_offset_hour",
                        "notify_expiry_offset_days",
                        "notify_expiry_offset_hour",
                        "notify_issue_offset",
                        "notify_expiry_offset",
                        "notify_schedule_offset"))
                .containsExactly("7", "1", "2", "3", "4", "5", "6", "-7", "8", "9", "10", "11");
        assertThat(created.get("tags").valueStream().map(JsonNode::asText)).containsExactly("b", "a");
        assertThat(created.get("region").isNull()).isTrue();
        assertThat(read(created)).isEqualTo(created);
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        JsonNode created = api.definition("").data();
        assertThat(texts(created, "period_type", "currency", "is_assignable", "is_published"))
                .containsExactly("days", "AUD", "true", "true");
        assertThat(texts(created, "is_reassignable", "is_extendable")).containsExactly("false", "false");
        for (String unset :
                List.of("max_value", "absolute_expiry", "starts_at", "ends_at", "description", "extend_days")) {
            assertThat(created.get(unset).isNull()).as(unset).isTrue();
        }
        assertThat(created.get("tags")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "activation",
                "anniversary",
                "birthday",
                "bonus",
                "campaign",
                "customer-service",
                "reactivation",
                "spend",
                "staff",
                "system-adjustment",
                "tier",
                "achievement",
                "status",
                "points",
                "referral",
                "other"
            })
    void everyTypeIsTaken(String type) {
        // Not published: a birthday definition of this test is nobody else's present.
        assertThat(api.definition(",'is_published':false,'type':'" + type + "'")
                        .data()
                        .get("type")
                        .asText())
                .isEqualTo(type);
    }

    @Test
    void idsCountUp() {
        long first = api.definition();
        assertThat(api.definition()).isGreaterThan(first);
        List<Long> together = Together.call(6, i -> api.definition("")).stream()
                .map(answer -> answer.data().get("id").asLong())
                .toList();
        assertThat(together).doesNotHaveDuplicates().doesNotContain(0L);
    }

    @Test
    void aHandleIsTakenByOneOfManyAtOnce() {
        String handle = Api.unique();
        assertThat(Together.statuses(6, i -> api.definition(",'handle':'" + handle + "'")))
                .containsExactly(201, 422, 422, 422, 422, 422);
        assertThat(api.definition(",'handle':'" + handle + "'").errors()).containsExactly("handle");
        Answer list = api.get("/rewards/definitions?filter[handle]=" + handle);
        assertThat(list.data()).hasSize(1);
        assertThat(list.json().at("/meta/total").asInt()).isEqualTo(1);
    }

    @Test
    void aTakenHandleIsRefusedOnUpdateToo() {
        JsonNode one = api.definition("").data();
        JsonNode other = api.definition("").data();
        String body = "{'handle':'" + one.get("handle").asText() + "'}";
        assertThat(update(other, body).errors()).containsExactly("handle");
        assertThat(update(one, body).status()).isEqualTo(200);
    }

    @Test
    void aChangedHandleFreesTheOldOne() {
        JsonNode before = api.definition("").data();
        String handle = Api.unique();
        assertThat(update(before, "{'handle':'" + handle + "'}").status()).isEqualTo(200);
        assertThat(api.get("/rewards/definitions?filter[handle]=" + handle)
                        .data()
                        .get(0)
                        .get("id"))
                .isEqualTo(before.get("id"));
        String old = before.get("handle").asText();
        assertThat(api.get("/rewards/definitions?filter[handle]=" + old).data()).isEmpty();
        assertThat(api.definition(",'handle':'" + old + "'").status()).isEqualTo(201);
    }

    @Test
    void aPutChangesWhatItSaysAndNullUnsets() {
        JsonNode before =
                api.definition(",'description':'d','max_value':50,'tags':['t']").data();
        JsonNode after = update(before, "{'value':'12.5','description':'','max_value':null}")
                .data();
        assertThat(after.get("value").asText()).isEqualTo("12.5");
        assertThat(after.get("description").isNull()).isTrue();
        assertThat(after.get("max_value").isNull()).isTrue();
        assertThat(without(after, "value", "description", "max_value", "updated_at"))
                .isEqualTo(without(before, "value", "description", "max_value", "updated_at"));
        assertThat(update(before, "{'name':null,'value':0}").errors()).containsExactlyInAnyOrder("name", "value");
        assertThat(read(before)).isEqualTo(after);
    }

    @Test
    void itsOwnAnswerSentBackChangesNothing() {
        JsonNode before = api.definition(",'period_type':'absolute_date','absolute_expiry':'2027-03-01 10:00:00',"
                        + "'starts_at':'2026-01-01','long_description':'<b>é</b>'")
                .data();
        JsonNode after =
                update(before, before.toString().replace("'", "\\u0027")).data();
        assertThat(without(after, "updated_at")).isEqualTo(without(before, "updated_at"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'currency':'USD' | currency",
                "'absolute_expiry':'never' | absolute_expiry",
                "'period_type':'absolute_date' | absolute_expiry",
                "'period_type':'hours' | period_type",
                "'period':0 | period",
                "'period':1.5 | period",
                "'period':1e300 | period",
                "'max_value':9.99 | max_value",
                "'ends_at':'2025-01-01','starts_at':'2025-01-02' | ends_at",
                "'image_url':'javascript:alert(1)' | image_url",
                "'tags':'vip' | tags",
                "'tags':[[]] | tags.0",
                "'is_published':'perhaps' | is_published",
                "'is_published':[true] | is_published",
                "'handle':'a/b' | handle",
                "'name':['n'] | name",
                "'extend_days':{} | extend_days"
            })
    void whatMakesNoSenseIsRefused(String fieldAndName) {
        String field = fieldAndName.substring(0, fieldAndName.indexOf(" | "));
        Answer answer = api.definition("," + field);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly(fieldAndName.substring(fieldAndName.indexOf(" | ") + 3));
    }

    @Test
    void sixteenKilobytesAreEnoughAndCanStillBeChanged() {
        JsonNode large = api.definition(",'long_description':'" + "a".repeat(15_900) + "'")
                .data();
        assertThat(update(large, "{'name':'Renamed'}").status()).isEqualTo(200);
        assertThat(update(large, large.toString()).status()).isEqualTo(200);
        Answer larger = api.definition(
                ",'description':'" + "a".repeat(8_000) + "','long_description':'" + "a".repeat(9_000) + "'");
        assertThat(larger.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"/rewards/definitions,/reward-definitions", "/reward-definitions,/rewards/definitions"})
    void bothPathsAreTheSame(String path, String alias) {
        String id = "/"
                + api.post(path, "{'name':'n','handle':'" + Api.unique() + "','value':1,'period':1,'type':'other'}")
                        .data()
                        .get("id")
                        .asText();
        assertThat(api.get(path + id).text()).isEqualTo(api.get(alias + id).text());
        assertThat(api.put(alias + id, "{'name':'m'}").data())
                .isEqualTo(api.get(path + id).data());
        assertThat(api.get(alias).data()).isEqualTo(api.get(path).data());
        assertThat(api.delete(alias + id).status()).isEqualTo(204);
        assertThat(api.get(path + id).status()).isEqualTo(404);
    }

    @Test
    void aDeletedOneIsGoneAndItsHandleFree() {
        JsonNode definition = api.definition("").data();
        String handle = definition.get("handle").asText();
        Answer deleted = api.delete(path(definition));
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(api.get(path(definition)).status()).isEqualTo(404);
        assertThat(update(definition, "{'name':'n'}").status()).isEqualTo(404);
        assertThat(api.delete(path(definition)).status()).isEqualTo(404);
        assertThat(api.get("/rewards/definitions?filter[handle]=" + handle).data())
                .isEmpty();
        JsonNode next = api.definition(",'handle':'" + handle + "'").data();
        assertThat(next.get("id").asLong()).isGreaterThan(definition.get("id").asLong());
    }

    @Test
    void whatWasIssuedKeepsToTheDefinitionAsItStood() {
        JsonNode definition = api.definition(",'description':'first'").data();
        String profile = api.profile();
        long id = definition.get("id").asLong();
        JsonNode reward = api.reward(profile, id, "");
        assertThat(reward.get("definition")).isEqualTo(definition);
        update(definition, "{'description':'second','value':3}");
        JsonNode later = api.reward(profile, id, "");
        assertThat(later.get("value_initial").asInt()).isEqualTo(3);
        api.delete(path(definition));
        assertThat(shown(reward).at("/definition/description").asText()).isEqualTo("first");
        assertThat(shown(reward).get("definition")).isEqualTo(definition);
        assertThat(shown(later).at("/definition/description").asText()).isEqualTo("second");
        assertThat(api.put("/rewards/" + reward.get("id").asText(), "{'value_remaining':7}")
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/profiles/" + profile + "/redeem", "{'amount':10}")
                        .data()
                        .get("total")
                        .asInt())
                .isEqualTo(10);
    }

    @Test
    void nothingIsIssuedByADeletedOne() {
        JsonNode definition = api.definition("").data();
        api.delete(path(definition));
        Answer answer = api.post(
                "/rewards",
                "{'profile_id':'" + api.profile() + "','timezone':'UTC','reward_definition_id':"
                        + definition.get("id").asText() + "}");
        assertThat(answer.errors()).containsExactly("reward_definition_id");
    }

    @Test
    void aListIsFilteredSortedAndPaged() {
        String name = Api.unique();
        for (String value : List.of("2", "30", "11")) {
            api.definition(",'name':'" + name + "','value':" + value + ",'type':'tier'");
        }
        String path = "/rewards/definitions?filter[name]=" + name;
        assertThat(values(path + "&sort=value")).containsExactly("2", "11", "30");
        assertThat(values(path + "&sort=-value&page[size]=2")).containsExactly("30", "11");
        assertThat(values(path + "&sort=-value&page[size]=2&page[number]=2")).containsExactly("2");
        assertThat(values(path + "&filter[value][gt]=2&filter[value][lte]=11")).containsExactly("11");
        assertThat(values(path + "&filter[value][in]=2,30")).containsExactly("2", "30");
        assertThat(values(path + "&filter[value][ne]=2.00")).containsExactly("30", "11");
        assertThat(values(path + "&filter[max_value][nullable]=0")).isEmpty();
        assertThat(values(path + "&filter[type]=tier&filter[is_published]=1")).hasSize(3);
        JsonNode page = api.get(path + "&page[size]=2").json();
        assertThat(page.at("/meta/total").asInt()).isEqualTo(3);
        assertThat(page.at("/meta/last_page").asInt()).isEqualTo(2);
        assertThat(page.at("/links/next").asText()).isNotEmpty();
    }

    private Stream<String> values(String path) {
        return api.get(path).data().valueStream().map(row -> row.get("value").asText());
    }

    private static Stream<String> texts(JsonNode object, String... names) {
        return Stream.of(names).map(name -> object.path(name).asText());
    }

    private static ObjectNode without(JsonNode object, String... names) {
        return object.<ObjectNode>deepCopy().without(List.of(names));
    }

    private Answer update(JsonNode definition, String body) {
        return api.put(path(definition), body);
    }

    private JsonNode read(JsonNode definition) {
        return api.get(path(definition)).data();
    }

    private JsonNode shown(JsonNode reward) {
        return api.get("/rewards/" + reward.get("id").asText()).data();
    }

    private static String path(JsonNode definition) {
        return "/rewards/definitions/" + definition.get("id").asText();
    }
}
