package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Issuing and reading points. */
class PointTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();

    @Test
    void whatIsNotSaidHasItsDefault() {
        Answer answer = api.points(profile, "");
        JsonNode points = answer.data();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(points.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "profile_id",
                        "linked_profile_id",
                        "value_initial",
                        "value_remaining",
                        "value_initial_currency",
                        "value_remaining_currency",
                        "issued_at",
                        "accrued_at",
                        "expires_at",
                        "status",
                        "definition",
                        "description",
                        "meta",
                        "source_type",
                        "source",
                        "rate",
                        "version",
                        "created_at",
                        "updated_at");
        assertThat(points.get("profile_id").asText()).isEqualTo(profile);
        assertThat(points.get("value_initial").numberValue()).isEqualTo(100);
        assertThat(points.get("value_remaining").numberValue()).isEqualTo(100);
        assertThat(points.get("value_initial_currency").numberValue()).isEqualTo(10);
        assertThat(points.get("value_remaining_currency").numberValue()).isEqualTo(10);
        assertThat(points.get("rate").asText()).isEqualTo("0.1");
        assertThat(points.get("issued_at")).isEqualTo(points.get("created_at"));
        assertThat(points.get("status").asText()).isEqualTo("active");
        assertThat(points.at("/definition/handle").asText()).isEqualTo("points");
        assertThat(points.get("version").asInt()).isEqualTo(1);
        for (String name : new String[] {
            "linked_profile_id", "accrued_at", "expires_at", "description", "meta", "source_type", "source"
        }) {
            assertThat(points.get(name).isNull()).as(name).isTrue();
        }
        assertThat(api.get(path(points)).data()).isEqualTo(points);
    }

    @Test
    void whatIsSaidIsKept() {
        JsonNode points = api.points(
                        profile,
                        ",'value_initial':'12.34','value_remaining':'5.67','issued_at':'2024-12-05 08:30:00',"
                                + "'accrued_at':'2024-12-01','expires_at':'2090-01-01 10:00:00',"
                                + "'description':'It\\u0027s\\nlate','meta':{'a':1.10}")
                .data();
        assertThat(points.get("value_initial").asText()).isEqualTo("12.34");
        assertThat(points.get("value_remaining").asText()).isEqualTo("5.67");
        assertThat(points.get("issued_at").asText()).isEqualTo("2024-12-05 08:30:00");
        assertThat(points.get("accrued_at").asText()).isEqualTo("2024-12-01 00:00:00");
        assertThat(points.get("expires_at").asText()).isEqualTo("2090-01-01 10:00:00");
        assertThat(points.get("description").asText()).isEqualTo("It's\nlate");
        assertThat(points.at("/meta/a").asText()).isEqualTo("1.10");
        assertThat(api.get(path(points)).data()).isEqualTo(points);
    }

    @Test
    void dollarsAreRoundedDownToTheCent() {
        JsonNode points = api.points(profile, ",'value_initial':12.39,'value_remaining':0.09")
                .data();
        assertThat(points.get("value_initial_currency").asText()).isEqualTo("1.23");
        assertThat(points.get("value_remaining_currency").numberValue()).isEqualTo(0);
        api.points(profile, ",'value_initial':0.09");
        assertThat(balances().get("point_balance").asText()).isEqualTo("0.18");
        assertThat(balances().get("point_balance_dollars").asText()).isEqualTo("0.01");
        assertThat(balances().get("combined_balance_dollars").asText()).isEqualTo("0.01");
        assertThat(api.get("/profiles/" + profile).data().get("point_balance").asText())
                .isEqualTo("0.18");
    }

    @Test
    void nullStandsForTheDefaultAndSoDoesTheEmptyTextButNotForANumbers() {
        JsonNode points = api.points(
                        profile,
                        ",'value_remaining':null,'issued_at':null,'expires_at':'','accrued_at':null,'meta':null")
                .data();
        assertThat(points.get("value_remaining").numberValue()).isEqualTo(100);
        assertThat(points.get("issued_at")).isEqualTo(points.get("created_at"));
        assertThat(api.points(profile, ",'value_remaining':''").errors()).containsExactly("value_remaining");
    }

    @ParameterizedTest
    @CsvSource({
        // The thirty-first of March is a Monday, and a day of 23 hours in half of Europe is over.
        "hours,1,2025-03-31 22:30:15,2025-03-31 23:30:15",
        "hours,48,2025-03-29 22:30:15,2025-03-31 22:30:15",
        "days,1,2025-03-31 22:30:15,2025-04-01 23:59:59",
        "weeks,2,2025-03-31 00:00:00,2025-04-14 23:59:59",
        "months,1,2025-01-31 08:30:00,2025-02-28 23:59:59",
        "years,1,2024-02-29 08:30:00,2025-02-28 23:59:59",
        "absolute_week,1,2025-03-31 22:30:15,2025-04-06 23:59:59",
        "absolute_month,2,2025-03-31 22:30:15,2025-04-30 23:59:59"
    })
    void theDefinitionSaysHowLongTheyLast(String type, int period, String issued, String expires) {
        JsonNode points = issuedBy(
                        "'issue_period_type':'" + type + "','issue_period':" + period, ",'issued_at':'" + issued + "'")
                .data();
        assertThat(points.get("expires_at").asText()).isEqualTo(expires);
    }

    @Test
    void orTheDateThatTheyLastTo() {
        String definition = "'issue_absolute_expiry':'2025-06-30'";
        assertThat(issuedBy(definition, ",'issued_at':'2025-03-31'")
                        .data()
                        .get("expires_at")
                        .asText())
                .isEqualTo("2025-06-30 23:59:59");
        assertThat(issuedBy(definition, ",'issued_at':'2025-07-01'").errors()).containsExactly("expires_at");
        assertThat(issuedBy(definition, ",'issued_at':'2025-07-01','expires_at':'2025-08-01 10:00:00'")
                        .data()
                        .get("expires_at")
                        .asText())
                .isEqualTo("2025-08-01 10:00:00");
    }

    @Test
    void aPastExpiryIsTakenButNoneBeforeTheIssueNorBeyondAllCalendars() {
        JsonNode past = api.points(profile, ",'issued_at':'2024-01-01','expires_at':'2024-01-01'")
                .data();
        assertThat(past.get("status").asText()).isEqualTo("expired");
        assertThat(past.get("value_remaining").asInt()).isEqualTo(100);
        assertThat(balances().get("point_balance").asInt()).isEqualTo(0);
        assertThat(api.points(profile, ",'issued_at':'2024-01-01','expires_at':'2023-12-31 23:59:59'")
                        .errors())
                .containsExactly("expires_at");
        assertThat(issuedBy("'issue_period_type':'years','issue_period':100", ",'issued_at':'9990-01-01'")
                        .errors())
                .containsExactly("expires_at");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'point_definition_id':null           | point_definition_id",
                "'point_definition_id':99999999       | point_definition_id",
                "'point_definition_id':'points'       | point_definition_id",
                "'profile_id':null                    | profile_id",
                "'profile_id':'nobody'                | profile_id",
                "'profile_id':[]                      | profile_id",
                "'value_initial':null                 | value_initial",
                "'value_initial':0                    | value_initial",
                "'value_initial':-1                   | value_initial",
                "'value_initial':1.001                | value_initial",
                "'value_initial':10000000000          | value_initial",
                "'value_initial':'ten'                | value_initial",
                "'value_remaining':-0.01              | value_remaining",
                "'value_remaining':1e300              | value_remaining",
                "'issued_at':'soon'                   | issued_at",
                "'accrued_at':7                       | accrued_at",
                "'expires_at':'2024-13-01'            | expires_at",
                "'description':['d']                  | description",
                "'external_id':{}                     | external_id",
                "'meta':'m'                           | meta"
            })
    void whatMakesNoSenseIsRefused(String field, String name) {
        Answer answer = api.points(profile, "," + field);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly(name);
        assertThat(api.get("/profiles/" + profile + "/points").data()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(api.post("/points", "{}").errors())
                .containsExactlyInAnyOrder("profile_id", "point_definition_id", "value_initial");
        assertThat(api.points(
                                profile,
                                ",'description':'" + "d".repeat(2_001) + "','meta':{'a':'" + "é".repeat(8_200) + "'}")
                        .errors())
                .containsExactlyInAnyOrder("description", "meta");
    }

    @Test
    void nothingIsIssuedByADeletedDefinitionAndWhatWasIssuedKeepsToIt() {
        JsonNode definition = api.pointDefinition(",'notes':'first'").data();
        String by = ",'point_definition_id':" + definition.get("id");
        JsonNode points = api.points(profile, by).data();
        assertThat(points.get("definition")).isEqualTo(definition);
        String path = "/points/definitions/" + definition.get("id").asText();
        api.put(path, "{'notes':'second'}");
        assertThat(api.points(profile, by).data().at("/definition/notes").asText())
                .isEqualTo("second");
        api.delete(path);
        assertThat(api.points(profile, by).errors()).containsExactly("point_definition_id");
        assertThat(api.get(path(points)).data().get("definition")).isEqualTo(definition);
    }

    @Test
    void anExternalIdIsUsedOnce() {
        String body = ",'external_id':'" + Api.unique() + "'";
        assertThat(Together.statuses(6, i -> api.points(profile, body))).containsExactly(201, 422, 422, 422, 422, 422);
        assertThat(api.points(profile, body).errors()).containsExactly("external_id");
        assertThat(balances().get("point_balance").asInt()).isEqualTo(100);
        assertThat(api.reward(profile, api.definition(), body).has("id")).isTrue();
    }

    @Test
    void theProfileInThePathStandsForTheOneInTheBody() {
        String path = "/profiles/" + profile + "/points";
        JsonNode created = api.post(
                        path, "{'profile_id':'" + api.profile() + "','point_definition_id':'1','value_initial':'30'}")
                .data();
        assertThat(created.get("profile_id").asText()).isEqualTo(profile);
        String id = "/" + created.get("id").asText();
        assertThat(api.get(path + id).text()).isEqualTo(api.get("/points" + id).text());
        assertThat(api.get(path).data()).containsExactly(created);
        assertThat(api.put(path + id, "{'value_remaining':3}")
                        .data()
                        .get("value_remaining")
                        .asInt())
                .isEqualTo(3);
        String others = "/profiles/" + api.profile() + "/points" + id;
        assertThat(api.get(others).status()).isEqualTo(404);
        assertThat(api.put(others, "{'value_remaining':1}").status()).isEqualTo(404);
        assertThat(api.post("/profiles/nobody/points", "{}").status()).isEqualTo(404);
        assertThat(api.get("/points/1").status()).isEqualTo(404);
        assertThat(api.get("/points/x").status()).isEqualTo(404);
    }

    @Test
    void pointsCanNotBeDeleted() {
        JsonNode points = api.points(profile, "").data();
        String[] paths = {
            path(points), "/profiles/" + profile + path(points),
        };
        for (String path : paths) {
            Answer answer = api.delete(path);
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers().firstValue("allow")).isEqualTo(Optional.of("GET, PUT"));
        }
        assertThat(balances().get("point_balance").asInt()).isEqualTo(100);
    }

    @Test
    void aProfileWithPointsIsDeletedByForceOnly() {
        JsonNode points = api.points(profile, "").data();
        assertThat(api.delete("/profiles/" + profile).status()).isEqualTo(422);
        assertThat(api.delete("/profiles/" + profile + "?force=1").status()).isEqualTo(204);
        assertThat(api.get(path(points)).status()).isEqualTo(404);
        assertThat(api.put(path(points), "{'value_remaining':1}").status()).isEqualTo(404);
        assertThat(api.points(profile, "").errors()).containsExactly("profile_id");
    }

    @Test
    void theLargestNumbersAddUp() {
        for (int i = 0; i < 2; i++) {
            api.points(profile, ",'value_initial':9999999999.99");
        }
        assertThat(balances().get("point_balance").asText()).isEqualTo("19999999999.98");
        assertThat(balances().get("point_balance_dollars").asText()).isEqualTo("1999999999.99");
    }

    private Answer issuedBy(String definition, String more) {
        JsonNode created = api.pointDefinition("," + definition).data();
        return api.points(profile, ",'point_definition_id':" + created.get("id") + more);
    }

    private JsonNode balances() {
        return api.get("/profiles/" + profile + "/balances").data();
    }

    private static String path(JsonNode points) {
        return "/points/" + points.get("id").asText();
    }
}
