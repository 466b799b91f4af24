package bilby.races;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.functions.TestContext;
import bilby.functions.balance.ReadBalances;
import bilby.functions.catalogue.CreateRewardDefinition;
import bilby.functions.http.Environment;
import bilby.functions.profile.CreateProfile;
import bilby.functions.redemption.RedeemRewards;
import bilby.functions.redemption.ReverseRedemption;
import bilby.functions.reward.IssueReward;
import bilby.store.Dynamo;
import bilby.store.NewIds;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.store.TestTables;
import bilby.token.Token;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A till whose requests go straight to the handlers, on tables of its own. It waits for its answers as long as it takes. */
final class Till {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SECRET = "till";

    private final Environment environment;

    private Till(Environment environment) {
        this.environment = environment;
    }

    static Till on(Dynamo dynamo) {
        Map<String, String> variables = new HashMap<>(new TestTables(dynamo.client()).create());
        variables.put("SCOPE", "any");
        SecureRandom random = new SecureRandom();
        Store store = new Store(dynamo.client(), variables, random);
        Till till = new Till(new Environment(variables, store, InstantSource.system(), random));
        till.addToken();
        return till;
    }

    private void addToken() {
        Instant now = environment.clock().instant();
        Token token =
                new Token(Token.idOf(SECRET), SECRET, List.of("*"), false, now, now, now.plus(Duration.ofDays(1)));
        NewIds none = new NewIds(environment.clock(), environment.random());
        environment
                .store()
                .run(
                        () -> PATIENCE,
                        none,
                        () -> Plan.commit(environment.store().tokens().add(token), true));
    }

    /** A new member with one reward of so many dollars. */
    String memberWith(int dollars) {
        String profile =
                id(post(new CreateProfile(environment), "/profiles", Map.of(), "{\"first_name\":\"Ada\"}", ""));
        post(
                new CreateRewardDefinition(environment),
                "/rewards/definitions",
                Map.of(),
                "{\"name\":\"Gift\",\"handle\":\"gift\",\"value\":1,\"period\":30,\"type\":\"bonus\"}",
                "");
        APIGatewayV2HTTPResponse issued = post(
                new IssueReward(environment),
                "/rewards",
                Map.of(),
                "{\"profile_id\":\"%s\",\"reward_definition_handle\":\"gift\",\"timezone\":\"UTC\",\"value_initial\":%d}"
                        .formatted(profile, dollars),
                "");
        assertThat(issued.getStatusCode()).as(issued.getBody()).isEqualTo(201);
        return profile;
    }

    /** Redeems with a key; without one if it is empty. */
    APIGatewayV2HTTPResponse redeem(String profile, int dollars, String key) {
        return post(
                new RedeemRewards(environment),
                "/profiles/" + profile + "/redeem",
                Map.of("profile", profile),
                "{\"amount\":" + dollars + "}",
                key);
    }

    APIGatewayV2HTTPResponse reverse(String redemption) {
        return post(
                new ReverseRedemption(environment),
                "/redemptions/" + redemption + "/reversal",
                Map.of("id", redemption),
                "",
                "");
    }

    int balance(String profile) {
        APIGatewayV2HTTPResponse answer = send(
                "GET",
                new ReadBalances(environment),
                "/profiles/" + profile + "/balances",
                Map.of("profile", profile),
                "",
                "");
        return data(answer).get("reward_balance").asInt();
    }

    static String id(APIGatewayV2HTTPResponse answer) {
        return data(answer).get("id").asText();
    }

    static JsonNode data(APIGatewayV2HTTPResponse answer) {
        try {
            return JSON.readTree(answer.getBody()).path("data");
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.getBody(), e);
        }
    }

    private APIGatewayV2HTTPResponse post(
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
            String path,
            Map<String, String> parameters,
            String body,
            String key) {
        return send("POST", handler, path, parameters, body, key);
    }

    private APIGatewayV2HTTPResponse send(
            String method,
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
            String path,
            Map<String, String> parameters,
            String body,
            String key) {
        Map<String, String> headers = new HashMap<>();
        headers.put("authorization", "Bearer " + SECRET);
        Optional.of(key).filter(sent -> !sent.isEmpty()).ifPresent(sent -> headers.put("idempotency-key", sent));
        return handler.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRawPath("/api/v3" + path)
                        .withHeaders(headers)
                        .withPathParameters(parameters)
                        .withBody(body)
                        .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                                .withHttp(APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                                        .withMethod(method)
                                        .build())
                                .build())
                        .build(),
                patient());
    }

    /** Lambda's word on how long there is. */
    private static Context patient() {
        return TestContext.of(Math.toIntExact(PATIENCE.toMillis()), new ArrayList<>());
    }
}
