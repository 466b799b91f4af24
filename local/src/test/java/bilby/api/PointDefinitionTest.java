package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointDefinitionTest {

    private final Api api = Api.shared();

    @Test
    void everyFieldIsEchoed() {
        String handle = Api.unique();
        Answer answer = api.post("/points/definitions", """
                {'name':'Summer','handle':'%s','description':'line\\nline','notes':'It\\u0027s n','is_reassignable':true,
                 'issue_period':'6','issue_period_type':'weeks','issue_absolute_expiry':'2027-01-01T12:00:00+02:00','tags':['b','a']}
                """.formatted(handle));
        JsonNode created = answer.data();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(created.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "name",
                        "handle",
                        "description",
                        "notes",
                        "is_reassignable",
                        "issue_period",
                        "issue_period_type",
                        "issue_absolute_expiry",
                        "tags",
                        "created_at",
                        "updated_at");
        assertThat(created.get("name").asText()).isEqualTo("Summer");
        assertThat(created.get("handle").asText()).isEqualTo(handle);
        assertThat(created.get("description").asText()).isEqualTo("line\nline");
        assertThat(created.get("notes").asText()).isEqualTo("It's n");
        assertThat(created.get("is_reassignable").asBoolean()).isTrue();
        assertThat(created.get("issue_period").numberValue()).isEqualTo(6);
        assertThat(created.get("issue_period_type").asText()).isEqualTo("weeks");
        assertThat(created.get("issue_absolute_expiry").asText()).isEqualTo("2027-01-01 10:00:00");
        assertThat(created.get("tags").valueStream().map(JsonNode::asText)).containsExactly("b", "a");
        assertThat(read(created)).isEqualTo(created);
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        JsonNode created = api.pointDefinition("").data();
        assertThat(created.get("is_reassignable").asBoolean(true)).isFalse();
        assertThat(created.get("tags")).isEmpty();
        for (String unset :
                List.of("description", "notes", "issue_period", "issue_period_type", "issue_absolute_expiry")) {
            assertThat(created.get(unset).isNull()).as(unset).isTrue();
        }
    }

    @Test
    void aPeriodAloneCountsDaysAndADateAloneIsAbsolute() {
        JsonNode days = api.pointDefinition(",'issue_period':3").data();
        assertThat(days.get("issue_period_type").asText()).isEqualTo("days");
        JsonNode date =
                api.pointDefinition(",'issue_absolute_expiry':'2027-01-01'").data();
        assertThat(date.get("issue_period_type").asText()).isEqualTo("absolute_date");
        assertThat(date.get("issue_period").isNull()).isTrue();
        assertThat(update(date, "{'issue_period_type':'days'}").errors()).containsExactly("issue_period");
        assertThat(update(date, "{'issue_absolute_expiry':null}").errors()).containsExactly("issue_absolute_expiry");
        JsonNode forever = update(date, "{'issue_absolute_expiry':null,'issue_period_type':null}")
                .data();
        assertThat(forever.get("issue_period_type").isNull()).isTrue();
    }

    @Test
    void idsCountUpFromTheBuiltInOne() {
        List<Long> together = Together.call(6, i -> api.pointDefinition("")).stream()
                .map(answer -> answer.data().get("id").asLong())
                .toList();
        assertThat(together).doesNotHaveDuplicates().allMatch(id -> id > 1);
    }

    @Test
    void aHandleIsTakenByOneOfManyAtOnceAndNoRewardsAreConcerned() {
        String handle = Api.unique();
        assertThat(Together.statuses(6, i -> api.pointDefinition(",'handle':'" + handle + "'")))
                .containsExactly(201, 422, 422, 422, 422, 422);
        assertThat(api.pointDefinition(",'handle':'" + handle + "','name':null").errors())
                .containsExactlyInAnyOrder("handle", "name");
        assertThat(api.definition(",'handle':'" + handle + "'").status()).isEqualTo(201);
        Answer list = api.get("/points/definitions?filter[handle]=" + handle);
        assertThat(list.data()).hasSize(1);
        assertThat(list.json().at("/meta/total").asInt()).isEqualTo(1);
    }

    @Test
    void aChangedHandleFreesTheOldOneAndATakenOneIsRefused() {
        JsonNode before = api.pointDefinition("").data();
        String old = before.get("handle").asText();
        assertThat(update(before, "{'handle':'" + Api.unique() + "'}").status()).isEqualTo(200);
        assertThat(api.get("/points/definitions?filter[handle]=" + old).data()).isEmpty();
        assertThat(api.pointDefinition(",'handle':'" + old + "'").status()).isEqualTo(201);
        assertThat(update(before, "{'handle':'" + old + "'}").errors()).containsExactly("handle");
    }

    @Test
    void aPutChangesWhatItSaysAndItsOwnAnswerSentBackNothing() {
        JsonNode before = api.pointDefinition(
                        ",'issue_period_type':'absolute_date','issue_absolute_expiry':'2027-03-01 10:00:00','notes':'n'")
                .data();
        assertThat(without(update(before, before.toString()).data(), "updated_at"))
                .isEqualTo(without(before, "updated_at"));
        JsonNode after = update(before, "{'name':'Autumn','notes':null}").data();
        assertThat(after.get("name").asText()).isEqualTo("Autumn");
        assertThat(after.get("notes").isNull()).isTrue();
        assertThat(without(after, "name", "notes", "updated_at"))
                .isEqualTo(without(before, "name", "notes", "updated_at"));
        assertThat(read(before)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'name':null                            | name",
                "'name':['n']                           | name",
                "'handle':''                            | handle",
                "'handle':'a/b'                         | handle",
                "'handle':'points'                      | handle",
                "'issue_period':0                       | issue_period",
                "'issue_period':1.5                     | issue_period",
                "'issue_period':1e300                   | issue_period",
                "'issue_period_type':'hours','issue_period':876001 | issue_period",
                "'issue_period_type':'hours'            | issue_period",
                "'issue_period_type':'fortnights','issue_period':1 | issue_period_type",
                "'issue_period_type':'absolute_date'    | issue_absolute_expiry",
                "'issue_period':1,'issue_absolute_expiry':'never' | issue_absolute_expiry",
                "'is_reassignable':'perhaps'            | is_reassignable",
                "'description':{}                       | description",
                "'notes':7                              | notes",
                "'tags':'vip'                           | tags",
                "'tags':[[]]                            | tags.0"
            })
    void whatMakesNoSenseIsRefused(String field, String name) {
        Answer answer = api.pointDefinition("," + field);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly(name);
    }

    @Test
    void sixteenKilobytesAreEnough() {
        JsonNode large =
                api.pointDefinition(",'notes':'" + "a".repeat(15_900) + "'").data();
        assertThat(update(large, large.toString()).status()).isEqualTo(200);
        assertThat(api.pointDefinition(",'notes':'" + "a".repeat(9_000) + "','description':'" + "a".repeat(9_000) + "'")
                        .errors())
                .containsExactly("body");
    }

    @Test
    void aDeletedOneIsGoneAndItsHandleFree() {
        JsonNode definition = api.pointDefinition("").data();
        String handle = definition.get("handle").asText();
        assertThat(api.delete(path(definition)).status()).isEqualTo(204);
        assertThat(api.get(path(definition)).status()).isEqualTo(404);
        assertThat(update(definition, "{'name':'n'}").status()).isEqualTo(404);
        assertThat(api.delete(path(definition)).status()).isEqualTo(404);
        assertThat(api.get("/points/definitions?filter[handle]=" + handle).data())
                .isEmpty();
        JsonNode next = api.pointDefinition(",'handle':'" + handle + "'").data();
        assertThat(next.get("id").asLong()).isGreaterThan(definition.get("id").asLong());
    }

    @Test
    void aListIsFilteredAndSorted() {
        String name = Api.unique();
        JsonNode one = api.pointDefinition(",'name':'" + name + "'").data();
        JsonNode other = api.pointDefinition(",'name':'" + name + "'").data();
        String path = "/points/definitions?filter[name]=" + name;
        assertThat(api.get(path).data()).containsExactly(one, other);
        assertThat(api.get(path + "&sort=handle").data()).hasSize(2);
        assertThat(api.get(path + "&page[size]=1&page[number]=2").data()).containsExactly(other);
        assertThat(api.get("/points/definitions?filter[notes]=n").errors()).containsExactly("filter[notes]");
        assertThat(api.get("/points/definitions?filter[handle]=" + "a".repeat(3_000))
                        .data())
                .isEmpty();
    }

    private Answer update(JsonNode definition, String body) {
        return api.put(path(definition), body);
    }

    private JsonNode read(JsonNode definition) {
        return api.get(path(definition)).data();
    }

    private static ObjectNode without(JsonNode object, String... names) {
        return object.<ObjectNode>deepCopy().without(List.of(names));
    }

    private static String path(JsonNode definition) {
        return "/points/definitions/" + definition.get("id").asText();
    }
}
