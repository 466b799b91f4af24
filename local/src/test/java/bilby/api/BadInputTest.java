package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/api.md §1 for everything that a client can get wrong, in a process of its own, whose log is read at the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String PLANTED_TOKEN = "planted-token-7731";
    private static final String PLANTED_EMAIL = "planted-7731@example.com";

    private final BilbyProcess process = BilbyProcess.start();
    private final Api api = new Api(process.uri(), Optional.of("local"));
    private final String profile = api.post("/profiles", "{'email':'" + PLANTED_EMAIL + "'}")
            .data()
            .path("id")
            .asText();
    private final long definition = api.definition();

    @AfterAll
    void nothingOfAClientIsInTheLog() {
        api.with(PLANTED_TOKEN).get("/rewards");
        String printed = process.stop();
        assertThat(printed).contains("Bilby is ready");
        assertThat(printed).doesNotContain(PLANTED_TOKEN, PLANTED_EMAIL, "planted", "Bearer", "Exception");
    }

    @Test
    void everyFaultyFieldIsNamedAtOnce() {
        Answer answer = api.post(
                "/rewards/definitions",
                "{'handle':'no spaces','value':'ten','period':0,'type':'gift','icon':'javascript:1','tags':['a',1]}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors())
                .containsExactlyInAnyOrder("name", "handle", "value", "period", "type", "icon", "tags.1");
        assertThat(answer.json().get("message").asText())
                .isEqualTo(answer.json().get("errors").elements().next().get(0).asText());
        assertThat(api.get("/rewards/definitions?filter[handle]=no+spaces").data())
                .isEmpty();
    }

    @Test
    void anEmptyBodyLacksTheRequiredFields() {
        assertThat(api.send("POST", "/rewards/definitions", Optional.empty()).errors())
                .containsExactlyInAnyOrder("name", "handle", "value", "period", "type");
        assertThat(api.post("/rewards", "{}").errors())
                .containsExactlyInAnyOrder("profile_id", "timezone", "reward_definition_id");
        assertThat(api.post("/profiles/" + profile + "/redeem", "{}").errors()).containsExactly("amount");
        assertThat(api.post("/transactions", "{}").errors())
                .containsExactlyInAnyOrder("total", "timezone", "transacted_at", "items");
        assertThat(api.post("/profiles", "{}").errors()).containsExactly("email");
        assertThat(api.post("/auth/api-tokens", "{}").errors()).containsExactlyInAnyOrder("name", "scopes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'amount':        | application/json | 400",
                "{'amount':NaN}    | application/json | 400",
                "[{'amount':1}]    | application/json | 422",
                "7                 | application/json | 422",
                "{'amount':1e99999999999} | application/json | 400",
                "{'amount':0.0e-2147483647} | application/json | 400",
                "amount=1          | application/x-www-form-urlencoded | 415"
            })
    void aBodyThatIsNoJsonObjectIsRefused(String body, String type, int status) {
        Answer answer = api.send(
                "POST",
                "/profiles/" + profile + "/redeem",
                Optional.of(body.strip().replace('\'', '"')),
                type);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("message").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e999999999", "-1", "0", "'ten'", "'NaN'", "10.001", "true", "[]", "{}", "'1e1'"})
    void anAmountThatIsNoneIsRefused(String amount) {
        Answer answer = api.post("/profiles/" + profile + "/redeem", "{'amount':" + amount + "}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'profile_id':'00000000-0000-4000-8000-000000000000' | profile_id",
                "'profile_id':'nobody'             | profile_id",
                "'profile_id':7                    | profile_id",
                "'timezone':'Nowhere/City'         | timezone",
                "'timezone':'+10:00'               | timezone",
                "'reward_definition_id':999999     | reward_definition_id",
                "'reward_definition_id':'x'        | reward_definition_id",
                "'reward_definition_handle':'x'    | reward_definition_handle",
                "'value_initial':10.001            | value_initial",
                "'value_remaining':-1              | value_remaining",
                "'issued_at':'yesterday'           | issued_at",
                "'issued_at':'2026-02-30 00:00:00' | issued_at",
                "'expires_at':'1999-01-01'         | expires_at",
                "'meta':'text'                     | meta",
                "'external_id':'a\\u0000b'         | external_id"
            })
    void aWrongFieldOfARewardIsNamed(String field, String name) {
        String body = "{'profile_id':'" + profile + "','timezone':'Australia/Melbourne','reward_definition_id':"
                + definition + "," + field.strip() + "}";
        Answer answer = api.post("/rewards", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly(name);
        assertThat(api.get("/profiles/" + profile + "/rewards").data()).isEmpty();
    }

    /** Taken as unset they would spend again what was spent, and return all instead of some. */
    @Test
    void anEmptyStringIsNoNumber() {
        String member = api.profile();
        String reward = "/rewards/" + api.reward(member, definition, "").get("id");
        String points = "/points/" + api.points(member, "").data().get("id");
        long redemption = api.redemption(member);

        for (String row : new String[] {reward, points}) {
            assertThat(api.put(row, "{'value_remaining':9,'version':''}").errors())
                    .containsExactly("version");
            assertThat(api.put(row, "{'value_remaining':''}").errors()).containsExactly("value_remaining");
        }
        assertThat(api.post("/redemptions/" + redemption + "/return", "{'amount':''}")
                        .errors())
                .containsExactly("amount");
        assertThat(api.definition(",'max_value':''").errors()).containsExactly("max_value");
        assertThat(api.proof(member).get("entries").asInt()).isEqualTo(4);
    }

    @Test
    void aDescriptionOf300KilobytesIsRefused() {
        Answer answer = api.post(
                "/rewards/definitions",
                "{'name':'n','handle':'h','value':1,'period':1,'type':'other','description':'" + "a".repeat(300_000)
                        + "'}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).contains("description");
    }

    @Test
    void moreThanOneMegabyteIsTooLarge() {
        assertThat(api.post("/profiles", "{'first_name':'" + "a".repeat(1_100_000) + "'}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void whatIsWrongHundredsOfTimesIsNotAnsweredWhole() {
        String item = "{'discounts':[" + "0,".repeat(99) + "0]},";
        Answer answer = api.post("/transactions", "{'items':[" + item.repeat(500) + "{}]}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").size()).isEqualTo(200);
    }

    @Test
    void aFlagThatSaysNeitherYesNorNoMovesNothing() {
        for (String flag : new String[] {
            "dry_run",
            "dry_run=",
            "dry_run=TRUE",
            "dry_run=yes",
            "dry_run[]=1",
            "dry_run[0]=1",
            "dry_run=1&dry_run=0",
            "dry_run=0&dry_run=0",
            "dry_run=1&dry_run[]=1"
        }) {
            assertThat(api.post("/profiles/" + profile + "/redeem?" + flag, "{'amount':1}")
                            .errors())
                    .containsExactly("dry_run");
        }
        assertThat(api.delete("/profiles/" + profile + "?force=yes").errors()).containsExactly("force");
        assertThat(api.delete("/profiles/" + profile + "?force[]=1").errors()).containsExactly("force");
    }

    @Test
    void whatIsTakenIsNamedWithWhatElseIsWrong() {
        String taken = Api.unique();
        api.reward(
                api.profile(),
                definition,
                ",'external_id':'" + taken + "','value_remaining':0,'expires_at':'2090-01-01'");
        assertThat(api.post("/rewards", "{'external_id':'" + taken + "','value_initial':-1}")
                        .errors())
                .contains("external_id", "value_initial", "timezone");
        String handle = api.get("/rewards/definitions/" + definition)
                .data()
                .get("handle")
                .asText();
        assertThat(api.post("/rewards/definitions", "{'handle':'" + handle + "','period':0}")
                        .errors())
                .contains("handle", "period", "name");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        Answer answer = api.with("Idempotency-Key", "k".repeat(256)).post("/profiles", "{'first_name':'Twice'}");
        assertThat(answer.errors()).containsExactly("Idempotency-Key");
    }

    @Test
    void numbersOfAnyLengthAreKeptAndShown() {
        String number = "1" + "7".repeat(900) + "e-1001";
        Answer created = api.post("/profiles", "{'first_name':'A','attributes':{'x':" + number + "}}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(api.get("/profiles/" + created.data().get("id").asText()).status())
                .isEqualTo(200);
    }

    @Test
    void sixtyFourLevelsAreTakenAndNoMore() {
        String levels = "[".repeat(62) + "]".repeat(62);
        assertThat(api.post("/profiles", "{'first_name':'A','attributes':{'a':" + levels + "}}")
                        .status())
                .isEqualTo(201);
        assertThat(api.post("/profiles", "{'first_name':'A','attributes':{'a':[" + levels + "]}}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post("/profiles", "[".repeat(65)).status()).isEqualTo(400);
    }

    @Test
    void deepNestingIsRefused() {
        String nested = "[".repeat(10_000) + "]".repeat(10_000);
        assertThat(api.post("/profiles", "{'first_name':'A','attributes':{'a':" + nested + "}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void controlCharactersInNamesAreRefusedAndEmojiAreNot() {
        assertThat(api.post("/profiles", "{'first_name':'a\\u0007b'}").errors()).containsExactly("first_name");
        assertThat(api.post("/profiles", "{'first_name':'a\\ud800b'}").errors()).containsExactly("first_name");
        Answer answer = api.post("/profiles", "{'first_name':'Zoë 🎂'}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().get("first_name").asText()).isEqualTo("Zoë 🎂");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rewards?filter[colour]=red",
                "/rewards?filter%5Bcolour%5D=red",
                "/rewards?filter[value_remaining]=1",
                "/rewards?sort=created_at",
                "/rewards?page[size]=0",
                "/rewards?page[number]=-1",
                "/rewards?page[number]=1000000",
                "/rewards?page[cursor]=nonsense",
                "/rewards/definitions?filter[handle][like]=a",
                "/rewards/definitions?sort=colour",
                "/redemptions?filter[colour]=red",
                "/transactions?filter[total]=ten",
                "/profiles?filter[colour]=red",
                "/identities?filter[colour]=red",
                "/identities?sort=handle",
                "/identities/search?handle=card",
                "/auth/access-tokens?type=all"
            })
    void whatAListCanNotDoIsRefused(String path) {
        assertThat(api.get(path.replace("[", "%5B").replace("]", "%5D")).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rewards/0",
                "/rewards/x",
                "/rewards/99999999999999999999",
                "/rewards/definitions/999999",
                "/rewards/definitions/-1",
                "/redemptions/1",
                "/transactions/1",
                "/transactions/external/none",
                "/profiles/nobody",
                "/profiles/00000000-0000-4000-8000-000000000000",
                "/profiles/00000000-0000-4000-8000-000000000000/balances",
                "/profiles/00000000-0000-4000-8000-000000000000/rewards",
                "/profiles/00000000-0000-4000-8000-000000000000/redemptions",
                "/profiles/00000000-0000-4000-8000-000000000000/ledgers",
                "/profiles/00000000-0000-4000-8000-000000000000/ledgers/1",
                "/nowhere",
                "/rewards/"
            })
    void whatIsNotThereIsNotFound(String path) {
        Answer answer = api.get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void whatIsLongerThanAnyKeyIsNotFoundEither() {
        String longest = "x".repeat(3_000);
        assertThat(api.get("/transactions/external/" + longest).status()).isEqualTo(404);
        assertThat(api.get("/rewards?filter%5Bexternal_id%5D=" + longest).data())
                .isEmpty();
        assertThat(api.get("/profiles?filter%5Bemail%5D=" + longest).data()).isEmpty();
        assertThat(api.get("/rewards/definitions?filter%5Bhandle%5D=" + longest).data())
                .isEmpty();
    }

    @Test
    void aMovedPathCanNotForgeAHeader() {
        Answer answer = api.get("//profiles/%0d%0aSet-Cookie:%20a=b");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        assertThat(answer.headers().firstValue("location")).contains("/api/v3/profiles/%0D%0ASet-Cookie:%20a=b");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        Answer answer = api.send("PATCH", "/profiles/" + profile, Optional.of("{}"));
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("DELETE, GET, PUT");
    }

    @Test
    void aDoubledSlashIsMoved() {
        Answer answer = api.get("//profiles//" + profile + "?a=b");
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.headers().firstValue("location")).contains("/api/v3/profiles/" + profile + "?a=b");
    }

    @Test
    void aTokenIsJudgedBeforeAnythingElse() {
        for (Api stranger : new Api[] {api.withoutToken(), api.with(PLANTED_TOKEN), api.with("a b")}) {
            Answer answer = stranger.send("POST", "/rewards", Optional.of("{"), "text/plain");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text()).isEqualTo("{\"message\":\"Unauthenticated.\"}");
            assertThat(stranger.get("/rewards?filter%5Bcolour%5D=red").status()).isEqualTo(401);
            assertThat(stranger.get("/profiles/nobody").status()).isEqualTo(401);
            for (String path : new String[] {"/rewards", "/transactions", "/profiles", "/rewards/definitions"}) {
                assertThat(stranger.post(path, "{'planted':1e99999999999}").status())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aTokenMayDoWhatItsScopesSay() {
        Answer created = api.post("/auth/api-tokens", "{'name':'till 1','scopes':['read-rewards','anything']}");
        Api till = api.with(created.json().get("accessToken").asText());
        assertThat(till.get("/rewards").status()).isEqualTo(200);
        assertThat(till.get("/auth/verify").text()).isEmpty();
        Answer refused = till.post("/profiles/" + profile + "/redeem", "{");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).isEqualTo("{\"message\":\"This action is unauthorized.\"}");

        String id = created.json().at("/token/id").asText();
        assertThat(api.delete("/auth/api-tokens/" + id).status()).isEqualTo(204);
        assertThat(till.get("/rewards").status()).isEqualTo(401);
    }
}
