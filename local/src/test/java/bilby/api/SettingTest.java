package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** On a server of its own, for what is set holds for everybody there; each test leaves behind what it found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingTest {

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Api api = Api.of(server);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void allAreListedUnpagedAlsoThoseThatWereNeverSet() {
        JsonNode list = api.get("/settings?page[size]=2").json();
        assertThat(list.fieldNames()).toIterable().containsExactly("data");
        assertThat(list.get("data").valueStream().map(SettingTest::shown))
                .containsExactly(
                        "1 currency string AUD",
                        "2 timezone string Australia/Melbourne",
                        "3 points.exchange_rate decimal 0.1",
                        "4 points.earn_rate decimal 0",
                        "5 redemption.strict boolean false",
                        "6 redemption.reversal_window_minutes integer 10",
                        "7 returns.expired_value string grace:30",
                        "8 birthday.leap_day string feb-28",
                        "9 birthday.days_before integer 0",
                        "10 birthday.late_entry_days integer 30",
                        "11 birthday.catch_up_days integer 7");
    }

    @Test
    void theListCanBeFilteredByTheHandleAndByNothingElse() {
        assertThat(api.get("/settings?filter[handle]=birthday.leap_day").data().valueStream())
                .containsExactly(api.get("/settings/birthday.leap_day").data());
        assertThat(api.get("/settings?filter[handle]=other").data()).isEmpty();
        assertThat(api.get("/settings?sort=-handle").data().get(0).get("handle").asText())
                .isEqualTo("timezone");
        assertThat(api.get("/settings?filter[value]=1").errors()).containsExactly("filter[value]");
        assertThat(api.get("/settings?sort=type").errors()).containsExactly("sort");
    }

    @ParameterizedTest
    @CsvSource({"x", "Currency", "points", "1", "%F0%9F%8E%82", "currency%20"})
    void anotherHandleIsNotFound(String handle) {
        assertThat(api.get("/settings/" + handle).status()).isEqualTo(404);
        assertThat(api.put("/settings/" + handle, "{'value':'1'}").status()).isEqualTo(404);
    }

    @Test
    void aSettingHasNoTimesUntilItIsSetAndThenItsOwn() {
        JsonNode never = api.get("/settings/birthday.catch_up_days").data();
        assertThat(never.get("created_at").isNull()).isTrue();
        assertThat(never.get("updated_at").isNull()).isTrue();
        api.setClock("{'now':'2026-03-01T00:00:00Z'}");
        set("birthday.catch_up_days", "8");
        api.setClock("{'now':'2026-03-02T00:00:00Z'}");
        JsonNode set = set("birthday.catch_up_days", "7").data();
        set("birthday.days_before", "0");
        assertThat(shown(set)).isEqualTo("11 birthday.catch_up_days integer 7");
        assertThat(set.get("created_at").asText()).isEqualTo("2026-03-01 00:00:00");
        assertThat(set.get("updated_at").asText()).isEqualTo("2026-03-02 00:00:00");
        assertThat(api.get("/settings/birthday.catch_up_days").data()).isEqualTo(set);
        assertThat(api.put("/settings/birthday.catch_up_days", set.toString())
                        .data()
                        .get("value")
                        .asText())
                .isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "timezone                           | 'Pacific/Auckland'  | Pacific/Auckland",
                "timezone                           | 'Australia/Melbourne' | Australia/Melbourne",
                "points.exchange_rate               | 0.05                | 0.05",
                "points.exchange_rate               | 1e-1                | 0.1",
                "points.exchange_rate               | '0.10'              | 0.1",
                "points.earn_rate                   | 1.50                | 1.5",
                "points.earn_rate                   | 0.0                 | 0",
                "redemption.strict                  | 'true'              | true",
                "redemption.strict                  | 1                   | true",
                "redemption.strict                  | false               | false",
                "redemption.reversal_window_minutes | 1e1                 | 10",
                "redemption.reversal_window_minutes | '10'                | 10",
                "returns.expired_value              | 'forfeit'           | forfeit",
                "returns.expired_value              | 'grace:030'         | grace:30",
                "birthday.leap_day                  | 'leap-years-only'   | leap-years-only",
                "birthday.leap_day                  | 'feb-28'            | feb-28"
            })
    void aValueIsTakenAsATextANumberOrABoolean(String handle, String value, String shown) {
        Answer answer = set(handle, value);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data().get("value").isTextual()).isTrue();
        assertThat(answer.data().get("value").asText()).isEqualTo(shown);
        assertThat(api.get("/settings/" + handle).data()).isEqualTo(answer.data());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "currency                           | 36       | must be the code of a currency of at most 2 decimals, such as AUD.",
                "currency                           | null     | field is required.",
                "currency                           | ''       | field is required.",
                "timezone                           | '+10:00' | must be the name of a time zone, such as Australia/Melbourne.",
                "points.exchange_rate               | 0        | must be a number above 0 and at most 1, with at most 6 decimals.",
                "points.exchange_rate               | 1e300    | must be a number above 0 and at most 1, with at most 6 decimals.",
                "points.exchange_rate               | 1e-999999 | is out of range.",
                "points.exchange_rate               | 1e999999999 | is out of range.",
                "points.exchange_rate               | true     | must be a number above 0 and at most 1, with at most 6 decimals.",
                "points.earn_rate                   | 1001     | must be a number from 0 to 1000, with at most 6 decimals.",
                "redemption.strict                  | 'yes'    | must be true or false.",
                "redemption.strict                  | []       | must be a string, a number or a boolean.",
                "redemption.reversal_window_minutes | {'a':1}  | must be a string, a number or a boolean.",
                "redemption.reversal_window_minutes | 1.5      | must be an integer from 0 to 1440.",
                "redemption.reversal_window_minutes | 1441     | must be an integer from 0 to 1440.",
                "returns.expired_value              | 'grace'  | must be forfeit, or grace:<days> with 1 to 3650 days.",
                "birthday.leap_day                  | 'mar-2'  | must be feb-28, mar-1 or leap-years-only.",
                "birthday.days_before               | -1       | must be an integer from 0 to 60.",
                "birthday.late_entry_days           | 366      | must be an integer from 0 to 365.",
                "birthday.catch_up_days             | 61       | must be an integer from 0 to 60.",
                "timezone                           | 'a\\u0000' | may not contain control characters or broken surrogates."
            })
    void anotherValueIsRefusedAndChangesNothing(String handle, String value, String rule) {
        JsonNode before = api.get("/settings/" + handle).data();
        Answer refused = set(handle, value);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/value").valueStream().map(JsonNode::asText))
                .containsExactly("The value " + rule);
        assertThat(api.get("/settings/" + handle).data()).isEqualTo(before);
    }

    @Test
    void aBodyWithoutAValueIsRefused() {
        assertThat(api.put("/settings/timezone", "").errors()).containsExactly("value");
        assertThat(api.put("/settings/timezone", "[]").errors()).containsExactly("body");
        assertThat(api.put("/settings/timezone", "{").status()).isEqualTo(400);
    }

    @Test
    void strictIsInForceWithTheNextRequest() {
        String profile = api.profile();
        api.reward(profile, api.definition(), "");
        set("redemption.strict", "true");
        assertThat(redeem(profile, "'amount':11").errors()).containsExactly("amount");
        assertThat(redeem(profile, "'amount':11,'strict':false").status()).isEqualTo(201);
        set("redemption.strict", "false");
        api.reward(profile, api.definition(), "");
        assertThat(redeem(profile, "'amount':11").data().get("total").asInt()).isEqualTo(10);
    }

    @Test
    void theExchangeRateIsInForceWithTheNextRequest() {
        String profile = api.profile();
        api.points(profile, "");
        set("points.exchange_rate", "0.05");
        for (String path : List.of("/profiles/" + profile, "/profiles/" + profile + "/balances")) {
            assertThat(api.get(path).data().get("point_balance_dollars").asInt())
                    .isEqualTo(5);
        }
        JsonNode redemption = redeem(profile, "'amount':1").data();
        assertThat(redemption.at("/items/0/count").asInt()).isEqualTo(20);
        set("points.exchange_rate", "0.1");
        assertThat(redeem(profile, "'amount':100").data().get("total").asInt()).isEqualTo(8);
    }

    /** A release goes back, or a canary serves beside it. */
    @Test
    void aValueOfALaterReleaseIsShownHoldsUpWhatNeedsItAloneAndCanBeSetAnew() {
        String profile = api.profile();
        set("points.exchange_rate", "0.1");
        try (Tables tables = Tables.of(server)) {
            for (int copy = 0; copy < 8; copy++) {
                tables.set(Tables.settings(copy), "points.exchange_rate", AttributeValue.fromS("by-tier"));
            }
        }

        JsonNode shown = api.get("/settings/points.exchange_rate").data();
        assertThat(shown.get("value").asText()).isEqualTo("by-tier");
        assertThat(api.get("/settings").status()).isEqualTo(200);
        assertThat(api.definition("").status()).isEqualTo(201);
        assertThat(set("redemption.strict", "false").status()).isEqualTo(200);
        assertThat(api.get("/settings/points.exchange_rate").data()).isEqualTo(shown);
        assertThat(api.points(profile, "").status()).isEqualTo(500);

        assertThat(set("points.exchange_rate", "0.1").status()).isEqualTo(200);
        assertThat(api.points(profile, "").status()).isEqualTo(201);
    }

    @Test
    void theTimezoneIsInForceWithTheNextRequest() {
        api.setClock("{'now':'2026-05-01T12:30:00Z'}");
        String profile = api.post("/profiles", "{'first_name':'Ada','birth_day':2,'birth_month':5}")
                .data()
                .get("id")
                .asText();
        assertThat(daysToBirthday(profile)).isOne();
        set("timezone", "'Pacific/Auckland'");
        assertThat(daysToBirthday(profile)).isZero();
        set("timezone", "'Australia/Melbourne'");
    }

    @Test
    void theCurrencyCanBeChangedUntilAnythingIsIssued() {
        try (LocalServer empty = LocalServer.start(Options.free(Api.template()))) {
            Api fresh = Api.of(empty);
            String deleted = fresh.profile();
            assertThat(fresh.delete("/profiles/" + deleted).status()).isEqualTo(204);
            Api keyed = fresh.with("Idempotency-Key", "dollars");
            Answer set = keyed.put("/settings/currency", "{'value':'USD'}");
            assertThat(fresh.put("/settings/currency", "{'value':'nzd'}")
                            .data()
                            .get("value")
                            .asText())
                    .isEqualTo("NZD");
            String profile = fresh.profile();
            assertThat(fresh.definition(",'currency':'AUD'").errors()).containsExactly("currency");
            fresh.reward(profile, fresh.definition(), "");
            assertThat(fresh.get("/profiles/" + profile + "/balances")
                            .data()
                            .get("currency")
                            .asText())
                    .isEqualTo("NZD");
            Answer refused = fresh.put("/settings/currency", "{'value':'AUD'}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/errors/value/0").asText())
                    .isEqualTo("The value must stay NZD, because something has been issued in it.");
            assertThat(fresh.put("/settings/currency", "{'value':'NZD'}").status())
                    .isEqualTo(200);
            assertThat(keyed.put("/settings/currency", "{'value':'USD'}").text())
                    .isEqualTo(set.text());
            assertThat(fresh.get("/settings/currency").data().get("value").asText())
                    .isEqualTo("NZD");
            fresh.delete("/profiles/" + profile + "?force=1");
            assertThat(fresh.put("/settings/currency", "{'value':'AUD'}").errors())
                    .containsExactly("value");
        }
    }

    @Test
    void manyAtOnceLoseNone() {
        List<String> handles =
                List.of("birthday.days_before", "birthday.late_entry_days", "redemption.reversal_window_minutes");
        assertThat(Together.statuses(12, i -> set(handles.get(i % 3), Integer.toString(20 + i))))
                .containsOnly(200);
        for (int i = 0; i < handles.size(); i++) {
            int value =
                    api.get("/settings/" + handles.get(i)).data().get("value").asInt();
            assertThat(value % 3).isEqualTo((20 + i) % 3);
            assertThat(value).isBetween(20, 31);
        }
        set("birthday.days_before", "0");
        set("birthday.late_entry_days", "30");
        set("redemption.reversal_window_minutes", "10");
    }

    private Answer set(String handle, String value) {
        return api.put("/settings/" + handle, "{'value':" + value + "}");
    }

    private Answer redeem(String profile, String fields) {
        return api.post("/profiles/" + profile + "/redeem", "{" + fields + "}");
    }

    private int daysToBirthday(String profile) {
        return api.get("/profiles/" + profile).data().get("birth_days").asInt(-1);
    }

    private static String shown(JsonNode setting) {
        return setting.get("id").asText()
                + " " + setting.get("handle").asText()
                + " " + setting.get("type").asText()
                + " " + setting.get("value").asText();
    }
}
