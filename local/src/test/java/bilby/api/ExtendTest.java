package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Extending rewards (docs/api.md §3). */
class ExtendTest {

    private static final String UNTIL_MARCH = "'expires_at':'2090-03-31 10:00:00'";

    private final Api api = Api.shared();
    private final String profile = api.profile();
    private final long definition =
            api.definition(",'is_extendable':true").data().path("id").asLong();

    @Test
    void aRewardLivesSoManyDaysLongerAndKeepsWhatItHolds() {
        long id = reward(UNTIL_MARCH);

        Answer answer = extend("'ids':[" + id + "],'extend_days':2");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data()).hasSize(1);
        JsonNode reward = answer.data().get(0);
        assertThat(reward.get("expires_local_at").asText()).isEqualTo("2090-04-02 10:00:00");
        assertThat(reward.get("value_remaining").asInt()).isEqualTo(10);
        assertThat(reward.get("extended_at")).isEqualTo(reward.get("updated_at"));
        assertThat(reward).isEqualTo(read(id));
        assertThat(balance()).isEqualTo(10);
    }

    @Test
    void theLedgerSaysIt() {
        long id = reward(UNTIL_MARCH);
        extend("'ids':[" + id + "],'extend_days':2");

        JsonNode entry = newestEntry();
        assertThat(entry.get("action").asText()).isEqualTo("extend");
        assertThat(entry.get("type").asText()).isEqualTo("reward");
        assertThat(entry.at("/items/0/id").asLong()).isEqualTo(id);
        assertThat(entry.get("dollar_value").asInt()).isZero();
        assertThat(entry.get("dollar_balance").asInt()).isEqualTo(10);
        assertThat(entry.get("expires_at")).isEqualTo(read(id).get("expires_at"));
    }

    @Test
    void daysAreOfTheWallClockAlsoWhereTheClocksChangeMeanwhile() {
        // Melbourne's clocks go back in the night of 2 April 2090: seven days are an hour longer than seven times 24.
        long id = reward(UNTIL_MARCH);
        assertThat(read(id).get("expires_at").asText()).isEqualTo("2090-03-30 23:00:00");

        JsonNode reward = extended("'ids':[" + id + "],'extend_days':7");

        assertThat(reward.get("expires_local_at").asText()).isEqualTo("2090-04-07 10:00:00");
        assertThat(reward.get("expires_at").asText()).isEqualTo("2090-04-07 00:00:00");
    }

    @ParameterizedTest
    @CsvSource({
        // Melbourne's clocks go forward at 2 on 1 October 2090, and back at 3 on 2 April.
        "Australia/Melbourne,2090-12-05 08:30:00,2090-12-04 21:30:00",
        "Australia/Melbourne,2090-12-05,2090-12-04 13:00:00",
        "Australia/Melbourne,2090-10-01 02:30:00,2090-09-30 16:30:00",
        "Australia/Melbourne,2090-04-02 02:30:00,2090-04-01 15:30:00",
        "Asia/Kolkata,2090-12-05 08:30:00,2090-12-05 03:00:00",
        "Asia/Kolkata,2090-12-05T08:30:00Z,2090-12-05 08:30:00",
        "Asia/Kolkata,2090-12-05T08:30:00+01:00,2090-12-05 07:30:00"
    })
    void aDateIsOnTheWallClockOfTheRewardsOwnZone(String zone, String date, String utc) {
        long id = reward(UNTIL_MARCH + ",'timezone':'" + zone + "'");

        JsonNode reward = extended("'ids':[" + id + "],'extend_date':'" + date + "'");

        assertThat(reward.get("expires_at").asText()).isEqualTo(utc);
        assertThat(reward.get("timezone").asText()).isEqualTo(zone);
    }

    @Test
    void eachRewardIsExtendedFromItsOwnExpiryInOneMovement() {
        long first = reward(UNTIL_MARCH);
        long second = reward("'expires_at':'2090-06-30 12:00:00'");

        JsonNode rewards =
                extend("'ids':[" + second + "," + first + "],'extend_days':1").data();

        assertThat(rewards.valueStream()
                        .map(reward -> reward.get("id").asLong() + " "
                                + reward.get("expires_local_at").asText()))
                .containsExactly(second + " 2090-07-01 12:00:00", first + " 2090-04-01 10:00:00");
        assertThat(entries()).isEqualTo(3);
        assertThat(rewards.valueStream().map(reward -> reward.get("version").asInt()))
                .containsExactly(3, 3);
    }

    @Test
    void eitherDaysOrADateAreSaidAndNotBoth() {
        long id = reward(UNTIL_MARCH);

        assertThat(extend("'ids':[" + id + "]").errors()).containsExactly("extend_days");
        assertThat(extend("'ids':[" + id + "],'extend_days':null,'extend_date':''")
                        .errors())
                .containsExactly("extend_days");
        assertThat(extend("'ids':[" + id + "],'extend_days':3,'extend_date':'2091-01-01'")
                        .errors())
                .containsExactly("extend_days");
        itIsAsItWas(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'extend_days':0",
                "'extend_days':-1",
                "'extend_days':1.5",
                "'extend_days':36501",
                "'extend_days':1e400",
                "'extend_days':'x'",
                "'extend_days':[1]",
                "'extend_date':'soon'",
                "'extend_date':'2090-02-30'",
                "'extend_date':20901231",
                "'extend_date':'9999-01-01'"
            })
    void whatIsNoTimeIsRefusedByItsName(String field) {
        long id = reward(UNTIL_MARCH);

        assertThat(extend("'ids':[" + id + "]," + field).errors()).containsExactly(field.substring(1, 12));
        itIsAsItWas(id);
    }

    @Test
    void aRewardIsExtendedOnce() {
        long id = reward(UNTIL_MARCH);
        extended("'ids':[" + id + "],'extend_days':1");

        assertThat(extend("'ids':[" + id + "],'extend_days':1").errors()).containsExactly("ids.0");
        assertThat(extend("'ids':[" + id + "],'extend_date':'2091-01-01'").errors())
                .containsExactly("ids.0");
        assertThat(read(id).get("expires_local_at").asText()).isEqualTo("2090-04-01 10:00:00");
    }

    @Test
    void itHasToExpireLaterThanBefore() {
        long id = reward(UNTIL_MARCH);

        for (String date : List.of("2090-03-31 10:00:00", "2090-03-31 09:59:59", "2020-01-01")) {
            assertThat(extend("'ids':[" + id + "],'extend_date':'" + date + "'").errors())
                    .as(date)
                    .containsExactly("ids.0");
        }
        itIsAsItWas(id);
        assertThat(extend("'ids':[" + id + "],'extend_date':'2090-03-31 10:00:01'")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anExpiryBeyondAllCalendarsIsRefused() {
        long id = reward("'expires_at':'9998-12-30 10:00:00'");

        assertThat(extend("'ids':[" + id + "],'extend_days':3").errors()).containsExactly("ids.0");
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void onlyWhatIsActiveIsExtended() {
        long expired = reward("'issued_at':'2020-01-01','expires_at':'2020-02-01'");
        long later = reward("'issued_at':'2089-01-01','expires_at':'2090-02-01'");
        long empty = reward("'value_remaining':0");
        long deleted = reward("");
        api.delete("/rewards/" + deleted);
        long spent = reward("");
        api.post("/profiles/" + profile + "/redeem", "{'amount':10}");
        int before = entries();

        for (long id : List.of(expired, later, empty, deleted, spent, 1L)) {
            assertThat(extend("'ids':[" + id + "],'extend_days':1").errors())
                    .as(read(id).toString())
                    .containsExactly("ids.0");
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void theDefinitionAsItStoodAtIssueDecides() {
        long extendable = reward("");
        api.put("/rewards/definitions/" + definition, "{'is_extendable':false}");
        long not = reward("");
        api.put("/rewards/definitions/" + definition, "{'is_extendable':true}");
        api.delete("/rewards/definitions/" + definition);

        assertThat(extend("'ids':[" + not + "],'extend_days':1").errors()).containsExactly("ids.0");
        assertThat(extend("'ids':[" + extendable + "],'extend_days':1").status())
                .isEqualTo(200);
    }

    @Test
    void oneThatCannotBeExtendedIsNamedAndTheOthersStayAsTheyAre() {
        long first = reward(UNTIL_MARCH);
        long rigid = api.reward(profile, api.definition(), "").path("id").asLong();
        long last = reward(UNTIL_MARCH);

        Answer answer = extend("'ids':[" + first + "," + rigid + "," + last + ",'x'],'extend_days':1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactlyInAnyOrder("ids.1", "ids.3");
        itIsAsItWas(first);
        itIsAsItWas(last);
        assertThat(entries()).isEqualTo(3);
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        assertThat(api.post("/rewards/extend", "{}").errors())
                .containsExactlyInAnyOrder("profile_id", "extend_days", "ids");
        assertThat(extend("'ids':[1],'extend_days':0").errors()).containsExactlyInAnyOrder("extend_days", "ids.0");
        for (String ids : List.of("[]", "null", "1", "'1'", "{}")) {
            assertThat(extend("'ids':" + ids + ",'extend_days':1").errors())
                    .as(ids)
                    .containsExactly("ids");
        }
        assertThat(extend("'ids':[null,1.5,-1,[2],''],'extend_days':1").errors())
                .containsExactlyInAnyOrder("ids.0", "ids.1", "ids.2", "ids.3", "ids.4");
    }

    @Test
    void ninetyAreExtendedAtOnceAndNoMore() {
        String ninety =
                IntStream.range(0, 90).mapToObj(i -> Long.toString(reward(""))).collect(Collectors.joining(","));

        assertThat(extend("'ids':[" + ninety + ",1],'extend_days':1").errors()).containsExactly("ids");
        assertThat(entries()).isEqualTo(90);
        Answer answer = api.with("Idempotency-Key", Api.unique())
                .post("/rewards/extend", body("'ids':[" + ninety + "],'extend_days':1"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data()).hasSize(90);
        assertThat(entries()).isEqualTo(91);
    }

    @Test
    void anIdThatIsNamedTwiceCountsOnce() {
        long id = reward(UNTIL_MARCH);

        JsonNode rewards = extend("'ids':[" + id + ",'" + id + "'," + id + "],'extend_days':1")
                .data();

        assertThat(rewards).hasSize(1);
        assertThat(rewards.at("/0/expires_local_at").asText()).isEqualTo("2090-04-01 10:00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ids=%d,%d&extend_days=1",
                "ids[]=%d&ids[]=%d&extend_days=1",
                "ids=%d,+%d,&extend_days=1&extend_date=null",
                "ids=%d,%d&ids[]=undefined&extend_days=undefined&extend_date=2090-04-01+10:00:00",
                "ids=null,%d,%d&extend_days=&extend_date=2090-04-01T10:00:00"
            })
    void theArgumentsMayBeInTheQuery(String query) {
        long first = reward(UNTIL_MARCH);
        long second = reward(UNTIL_MARCH);

        Answer answer =
                api.post("/rewards/extend?profile_id=" + profile + "&" + String.format(query, first, second), "");

        assertThat(answer.data()
                        .valueStream()
                        .map(reward -> reward.get("id").asLong() + " "
                                + reward.get("expires_local_at").asText()))
                .containsExactly(first + " 2090-04-01 10:00:00", second + " 2090-04-01 10:00:00");
    }

    @Test
    void whatTheQueryOnlySeemsToSayIsMissing() {
        assertThat(api.post("/rewards/extend?profile_id=undefined&ids=null&ids[]=undefined&extend_days=null", "")
                        .errors())
                .containsExactlyInAnyOrder("profile_id", "extend_days", "ids");
    }

    @Test
    void whatTheBodySaysGoesBeforeTheQuery() {
        long id = reward(UNTIL_MARCH);
        long other = reward(UNTIL_MARCH);

        Answer answer = api.post(
                "/rewards/extend?profile_id=x&extend_days=9&ids=" + other,
                body("'ids':[" + id + "],'extend_days':'1'"));

        assertThat(answer.data().at("/0/expires_local_at").asText()).isEqualTo("2090-04-01 10:00:00");
        itIsAsItWas(other);
    }

    @Test
    void anothersRewardIsNotExtended() {
        String other = api.profile();
        long theirs =
                api.reward(other, definition, "," + UNTIL_MARCH).path("id").asLong();
        long ours = reward(UNTIL_MARCH);

        assertThat(extend("'ids':[" + ours + "," + theirs + "],'extend_days':1").errors())
                .containsExactly("ids.1");
        itIsAsItWas(ours);
        itIsAsItWas(theirs);
    }

    @Test
    void anUnknownProfileHasNothingToExtend() {
        long id = reward(UNTIL_MARCH);
        String gone = api.profile();
        api.delete("/profiles/" + gone);

        for (String unknown : List.of(UUID.randomUUID().toString(), gone, "1", "x")) {
            assertThat(api.post(
                                    "/rewards/extend",
                                    "{'profile_id':'" + unknown + "','ids':[" + id + "],'extend_days':1}")
                            .errors())
                    .as(unknown)
                    .containsExactly("profile_id");
        }
        itIsAsItWas(id);
    }

    @Test
    void itTakesTheRightToUpdateRewards() {
        String reader = api.post("/auth/api-tokens", "{'name':'r','scopes':['read-rewards','create-rewards']}")
                .json()
                .path("accessToken")
                .asText();

        assertThat(api.with(reader).post("/rewards/extend", "{}").status()).isEqualTo(403);
    }

    @Test
    void ofTwoAtOnceOneExtends() {
        long id = reward(UNTIL_MARCH);

        List<Integer> statuses = Together.statuses(6, number -> extend("'ids':[" + id + "],'extend_days':1"));

        assertThat(statuses).containsExactly(200, 422, 422, 422, 422, 422);
        assertThat(read(id).get("expires_local_at").asText()).isEqualTo("2090-04-01 10:00:00");
    }

    private long reward(String more) {
        return api.reward(profile, definition, more.isEmpty() ? "" : "," + more)
                .path("id")
                .asLong();
    }

    private Answer extend(String fields) {
        return api.post("/rewards/extend", body(fields));
    }

    private String body(String fields) {
        return "{'profile_id':'" + profile + "'," + fields + "}";
    }

    private JsonNode extended(String fields) {
        Answer answer = extend(fields);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data().get(0);
    }

    private JsonNode read(long id) {
        return api.get("/rewards/" + id).data();
    }

    private void itIsAsItWas(long id) {
        assertThat(read(id).get("extended_at").isNull()).isTrue();
        assertThat(read(id).get("expires_local_at").asText()).isEqualTo("2090-03-31 10:00:00");
    }

    private JsonNode newestEntry() {
        return api.get("/profiles/" + profile + "/ledgers").data().get(0);
    }

    private int entries() {
        return api.get("/profiles/" + profile + "/ledgers")
                .json()
                .at("/meta/total")
                .asInt();
    }

    private int balance() {
        return api.get("/profiles/" + profile + "/balances")
                .data()
                .get("reward_balance")
                .asInt();
    }
}
