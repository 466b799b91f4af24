package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a reward begins and ends: by its definition's period, and by the clocks on its member's wall. */
class RewardExpiryTest {

    private final Api api = Api.shared();
    private final String profile = api.profile();

    @ParameterizedTest
    @CsvSource({
        "days,1,2024-12-05 08:30:00,2024-12-06 23:59:59",
        "days,30,2024-12-05 23:59:59,2025-01-04 23:59:59",
        "weeks,2,2024-12-05 08:30:00,2024-12-19 23:59:59",
        "months,1,2025-01-31 08:30:00,2025-02-28 23:59:59",
        "months,1,2024-01-31 00:00:00,2024-02-29 23:59:59",
        "years,1,2024-02-29 08:30:00,2025-02-28 23:59:59",
        "absolute_week,1,2024-12-05 08:30:00,2024-12-08 23:59:59",
        "absolute_week,1,2024-12-08 23:00:00,2024-12-08 23:59:59",
        "absolute_week,2,2024-12-09 00:00:00,2024-12-22 23:59:59",
        "absolute_month,1,2024-12-31 23:00:00,2024-12-31 23:59:59",
        "absolute_month,3,2024-12-05 08:30:00,2025-02-28 23:59:59"
    })
    void aPeriodEndsWithALocalDay(String type, int period, String issued, String expires) {
        JsonNode reward = issued("'period_type':'" + type + "','period':" + period, "'issued_at':'" + issued + "'");
        assertThat(reward.get("issued_local_at").asText()).isEqualTo(issued);
        assertThat(reward.get("expires_local_at").asText()).isEqualTo(expires);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01 10:00:00,2025-03-01 10:00:00",
        "2025-03-01,2025-03-01 23:59:59",
        "2025-03-01T10:00:00+00:00,2025-03-01 10:00:00"
    })
    void anAbsoluteDateIsTheSameForAll(String date, String expires) {
        JsonNode reward = issued(
                "'period_type':'absolute_date','absolute_expiry':'" + date + "'", "'issued_at':'2024-12-05 08:30:00'");
        assertThat(reward.get("expires_local_at").asText()).isEqualTo(expires);
    }

    @Test
    void nothingIsIssuedAfterTheAbsoluteDate() {
        Answer answer = issue(
                "'period_type':'absolute_date','absolute_expiry':'2024-12-01'", "'issued_at':'2024-12-05 08:30:00'");
        assertThat(answer.errors()).containsExactly("expires_at");
    }

    @ParameterizedTest
    @CsvSource({
        // Melbourne is eleven hours ahead in summer, ten in winter. Its clocks go forward at 2 on 6 October 2024,
        // and back at 3 on 6 April 2025.
        "2024-12-05 08:30:00,2024-12-05 08:30:00,2024-12-04 21:30:00",
        "2024-12-05,2024-12-05 00:00:00,2024-12-04 13:00:00",
        "2024-12-05T08:30,2024-12-05 08:30:00,2024-12-04 21:30:00",
        "2024-12-04T21:30:00Z,2024-12-05 08:30:00,2024-12-04 21:30:00",
        "2024-12-04 22:30:00+01:00,2024-12-05 08:30:00,2024-12-04 21:30:00",
        "2024-12-04T21:30:00.999Z,2024-12-05 08:30:00,2024-12-04 21:30:00",
        "2024-10-06 02:30:00,2024-10-06 03:30:00,2024-10-05 16:30:00",
        "2025-04-06 02:30:00,2025-04-06 02:30:00,2025-04-05 15:30:00",
        "2025-04-05T16:30:00Z,2025-04-06 02:30:00,2025-04-05 16:30:00"
    })
    void aTimeIsOnTheWallClockOfItsZone(String issuedAt, String local, String utc) {
        JsonNode reward = issued("'period':1", "'issued_at':'" + issuedAt + "'");
        assertThat(reward.get("issued_at").asText()).isEqualTo(utc);
        assertThat(reward.get("issued_local_at").asText()).isEqualTo(local);
        assertThat(reward.get("timezone").asText()).isEqualTo("Australia/Melbourne");
    }

    @Test
    void anExpiryIsTakenInTheSameZone() {
        JsonNode reward = issued(
                "'period':1", "'issued_at':'2024-01-01','expires_at':'2024-12-05 08:30:00','timezone':'Asia/Kolkata'");
        assertThat(reward.get("expires_at").asText()).isEqualTo("2024-12-05 03:00:00");
        assertThat(reward.get("expires_local_at").asText()).isEqualTo("2024-12-05 08:30:00");
        assertThat(reward.get("is_expired").asBoolean()).isTrue();
    }

    @Test
    void anExpiryBeforeTheIssueIsRefusedAndOneInThePastIsNot() {
        assertThat(issue("'period':1", "'issued_at':'2024-12-05','expires_at':'2024-12-04 23:59:59'")
                        .errors())
                .containsExactly("expires_at");
        assertThat(issue("'period':1", "'issued_at':'2024-12-05','expires_at':'2024-12-05'")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anExpiryBeyondAllCalendarsIsRefused() {
        assertThat(issue("'period_type':'years','period':100", "'issued_at':'9990-01-01'")
                        .errors())
                .containsExactly("expires_at");
    }

    @Test
    void nothingIsIssuedOutsideTheWindow() {
        String window = "'starts_at':'2024-12-01 10:00:00','ends_at':'2024-12-05 23:59:59'";
        assertThat(issue(window, "'issued_at':'2024-12-01 09:59:59'").errors()).containsExactly("issued_at");
        assertThat(issue(window, "'issued_at':'2024-12-01 10:00:00'").status()).isEqualTo(201);
        assertThat(issue(window, "'issued_at':'2024-12-05 23:59:59'").status()).isEqualTo(201);
        assertThat(issue(window, "'issued_at':'2024-12-06'").errors()).containsExactly("issued_at");
        assertThat(issue(window, "'value_initial':1").errors()).containsExactly("issued_at");
    }

    private JsonNode issued(String definition, String reward) {
        return issue(definition, reward).data();
    }

    private Answer issue(String definition, String reward) {
        String id = api.definition("," + definition).data().get("id").asText();
        return api.post(
                "/rewards",
                "{'profile_id':'" + profile + "','timezone':'Australia/Melbourne','reward_definition_id':" + id + ","
                        + reward + "}");
    }
}
