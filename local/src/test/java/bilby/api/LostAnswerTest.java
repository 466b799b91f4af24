package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.StillServer;
import bilby.local.StillServer.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that changes something: the answer to its commit, or the commit itself, is lost on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostAnswerTest {

    private static final String UNDO = "/redemptions/";

    private final StillServer server = StillServer.start();
    private final Api api = Api.of(server);

    /** A request, and what has to be there before it is sent. */
    interface Operation {
        Request prepared(Api api);
    }

    interface Request {
        Answer sent(Api through);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                operation("issue a reward", api -> {
                    String profile = api.profile();
                    long definition = api.definition();
                    String externalId = Api.unique();
                    return through -> through.post(
                            "/rewards",
                            "{'profile_id':'" + profile + "','timezone':'UTC','reward_definition_id':" + definition
                                    + ",'external_id':'" + externalId + "'}");
                }),
                operation("adjust a reward", api -> {
                    String path = reward(api, api.profile());
                    return through -> through.put(path, "{'value_remaining':7}");
                }),
                operation("adjust a reward of a version", api -> {
                    String path = reward(api, api.profile());
                    return through -> through.put(path, "{'value_remaining':7,'version':1}");
                }),
                operation("delete a reward", api -> {
                    String path = reward(api, api.profile());
                    return through -> through.delete(path);
                }),
                operation("extend rewards", api -> {
                    String profile = api.profile();
                    JsonNode definition =
                            api.definition(",'is_extendable':true").data();
                    JsonNode reward = api.reward(profile, definition.path("id").asLong(), "");
                    return through -> through.post(
                            "/rewards/extend",
                            "{'profile_id':'" + profile + "','ids':[" + reward.get("id") + "],'extend_days':1}");
                }),
                operation("issue points", api -> {
                    String profile = api.profile();
                    String externalId = Api.unique();
                    return through -> through.points(profile, ",'external_id':'" + externalId + "'");
                }),
                operation("adjust points", api -> {
                    String path =
                            "/points/" + api.points(api.profile(), "").data().get("id");
                    return through -> through.put(path, "{'value_remaining':7}");
                }),
                operation("redeem all there is", api -> {
                    String profile = api.profile();
                    reward(api, profile);
                    return through -> through.post("/profiles/" + profile + "/redeem", "{'amount':10,'strict':true}");
                }),
                operation("return all there is", api -> {
                    long redemption = api.redemption(api.profile());
                    return through -> through.post(UNDO + redemption + "/return", "");
                }),
                operation("return a part", api -> {
                    long redemption = api.redemption(api.profile());
                    return through -> through.post(UNDO + redemption + "/return", "{'amount':4}");
                }),
                operation("return what was deleted", api -> {
                    String profile = api.profile();
                    String path = reward(api, profile);
                    JsonNode redemption = api.post("/profiles/" + profile + "/redeem", "{'amount':4}")
                            .data();
                    api.delete(path);
                    return through -> through.post(UNDO + redemption.get("id") + "/return", "");
                }),
                operation("reverse a redemption", api -> {
                    long redemption = api.redemption(api.profile());
                    return through -> through.post(UNDO + redemption + "/reversal", "");
                }),
                operation("create a sale", api -> {
                    String externalId = Api.unique();
                    return through -> through.sale(",'external_id':'" + externalId + "'");
                }),
                operation("create a sale that is paid for", api -> {
                    String profile = api.profile();
                    long redemption = api.redemption(profile);
                    return through -> through.sale(",'profile_id':'" + profile + "','redemption_id':" + redemption);
                }),
                operation("change a sale", api -> {
                    String path = sale(api.sale(""));
                    return through -> through.put(path, "{'total':8}");
                }),
                operation("pay for a sale", api -> {
                    String profile = api.profile();
                    long redemption = api.redemption(profile);
                    String path = sale(api.sale(",'profile_id':'" + profile + "'"));
                    return through -> through.put(path, "{'redemption_id':" + redemption + "}");
                }),
                operation("void a sale that is paid for", api -> {
                    String path = paidSale(api);
                    return through -> through.put(path, "{'is_void':true}");
                }),
                operation("delete a sale", api -> {
                    String path = sale(api.sale(",'external_id':'" + Api.unique() + "'"));
                    return through -> through.delete(path);
                }),
                operation("delete a sale that is paid for", api -> {
                    String path = paidSale(api);
                    return through -> through.delete(path);
                }),
                operation("create a sale that earns", api -> {
                    String profile = earning(api);
                    return through -> through.sale(",'profile_id':'" + profile + "'");
                }),
                operation("change a sale that earned", api -> {
                    String path = sale(api.sale(",'profile_id':'" + earning(api) + "'"));
                    return through -> through.put(path, "{'total':8}");
                }),
                operation("void a sale of which nothing is left to be taken back", api -> {
                    String profile = earning(api);
                    String path = sale(api.sale(",'profile_id':'" + profile + "'"));
                    api.post("/profiles/" + profile + "/redeem", "{'amount':1}");
                    return through -> through.put(path, "{'is_void':true}");
                }),
                operation("delete a sale that earned", api -> {
                    String path = sale(api.sale(",'profile_id':'" + earning(api) + "'"));
                    return through -> through.delete(path);
                }),
                operation("record a sale where there is none", api -> {
                    String body =
                            Api.saleBody(",'profile_id':'" + earning(api) + "','external_id':'" + Api.unique() + "'");
                    return through -> through.post("/transactions/update-create", body);
                }),
                operation("change a sale where there is one", api -> {
                    String body =
                            Api.saleBody(",'profile_id':'" + earning(api) + "','external_id':'" + Api.unique() + "'");
                    api.post("/transactions/update-create", body);
                    return through ->
                            through.post("/transactions/update-create", body.replace("'total':10", "'total':12"));
                }),
                operation("create a profile", api -> {
                    String email = Api.unique() + "@example.com";
                    return through -> through.post("/profiles", "{'email':'" + email + "'}");
                }),
                operation("change a profile", api -> {
                    String path = "/profiles/" + api.profile();
                    String email = Api.unique() + "@example.com";
                    return through -> through.put(path, "{'email':'" + email + "'}");
                }),
                operation("delete a profile", api -> {
                    String profile = api.profile();
                    reward(api, profile);
                    return through -> through.delete("/profiles/" + profile + "?force=1");
                }),
                operation("create a reward definition", api -> {
                    String handle = Api.unique();
                    return through -> through.post(
                            "/rewards/definitions",
                            "{'name':'Ten dollars','handle':'" + handle + "','value':10,'period':30,'type':'bonus'}");
                }),
                operation("change a reward definition", api -> {
                    String path = "/rewards/definitions/" + api.definition();
                    String handle = Api.unique();
                    return through -> through.put(path, "{'handle':'" + handle + "'}");
                }),
                operation("delete a reward definition", api -> {
                    String path = "/rewards/definitions/" + api.definition();
                    return through -> through.delete(path);
                }),
                operation("create a point definition", api -> {
                    String handle = Api.unique();
                    return through ->
                            through.post("/points/definitions", "{'name':'Summer','handle':'" + handle + "'}");
                }),
                operation("change a point definition", api -> {
                    String path = pointDefinition(api);
                    return through -> through.put(path, "{'name':'Winter'}");
                }),
                operation("delete a point definition", api -> {
                    String path = pointDefinition(api);
                    return through -> through.delete(path);
                }),
                operation(
                        "change a setting",
                        api -> through -> through.put("/settings/birthday.days_before", "{'value':'3'}")));
    }

    static Stream<Arguments> operationsAndFaults() {
        return operations()
                .flatMap(operation -> Stream.of(Fault.ANSWER_LOST, Fault.REQUEST_LOST)
                        .map(fault -> Arguments.of(operation.get()[0], fault)));
    }

    @ParameterizedTest
    @MethodSource("operationsAndFaults")
    void withoutAKeyItIsAnsweredAsIfNothingHadHappenedAndMovesOnce(Operation operation, Fault fault) {
        Request request = operation.prepared(api);
        int before = server.commits();
        server.failNextCommit(fault);

        Answer answer = request.sent(api);

        assertThat(answer.status()).as(answer.text()).isIn(200, 201, 204);
        assertThat(server.isFaultAhead()).isFalse();
        assertThat(server.commits()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @MethodSource("operationsAndFaults")
    void withAKeyItMovesOnceTooAndALaterSendIsTheSame(Operation operation, Fault fault) {
        Request request = operation.prepared(api);
        Api keyed = api.with("Idempotency-Key", Api.unique());
        int before = server.commits();
        server.failNextCommit(fault);

        Answer first = request.sent(keyed);
        Answer again = request.sent(keyed);

        assertThat(first.status()).as(first.text()).isIn(200, 201, 204);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(server.commits()).isEqualTo(before + 1);
    }

    private static Arguments operation(String name, Operation operation) {
        return Arguments.of(Named.of(name, operation));
    }

    private static String reward(Api api, String profile) {
        return "/rewards/" + api.reward(profile, api.definition(), "").get("id");
    }

    private static String sale(Answer created) {
        return "/transactions/" + created.data().get("id");
    }

    /** A member whose sales earn a point for each dollar. */
    private static String earning(Api api) {
        api.put("/settings/points.earn_rate", "{'value':'1'}");
        return api.profile();
    }

    private static String paidSale(Api api) {
        String profile = api.profile();
        return sale(api.sale(",'profile_id':'" + profile + "','redemption_id':" + api.redemption(profile)));
    }

    private static String pointDefinition(Api api) {
        return "/points/definitions/" + api.pointDefinition("").data().get("id");
    }
}
