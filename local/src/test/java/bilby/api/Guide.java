package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.api.Api.Answer;
import bilby.local.Served;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The rewards guide from its first step to its last, with the guide's own bodies. The server's clock stands in February
 * 2021: the guide's reward runs to 10 February 2022.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
abstract class Guide {

    private final Served server;
    private final Api api;
    private String profile = "";
    private String definition = "";
    private long redemption;
    private long transaction;

    Guide(Served server) {
        this.server = server;
        this.api = new Api(server.uri(), Optional.of("local"));
    }

    @BeforeAll
    void setTheClock() {
        assertThat(api.setClock("{'now':'2021-02-11T03:00:00Z'}").status()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void aRewardDefinitionIsCreated() {
        Answer answer = api.post("/reward-definitions", """
                {'name': 'Birthday Reward', 'handle': 'birthday-reward', 'value': '10', 'type': 'birthday', 'period': '30',
                 'description': 'Birthday reward valid for 30 days', 'short_description': 'It\\u0027s your birthday! $10 for you!',
                 'long_description': '<p> Another year! enjoy $10 off your purchase </p>',
                 'terms_conditions': 'Valid for 30 days',
                 'earn_instructions': 'Be a member with us, and receive $10 off on your B\\u0027day!',
                 'icon': '', 'image_url': '', 'internal_notes': 'Available once per year',
                 'is_assignable': true, 'is_reassignable': false, 'is_extendable': false, 'tags': ['birthday']}
                """);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().get("value").numberValue()).isEqualTo(10);
        assertThat(answer.data().get("period").numberValue()).isEqualTo(30);
        assertThat(answer.data().get("short_description").asText()).isEqualTo("It's your birthday! $10 for you!");
        assertThat(answer.data().get("icon").isNull()).isTrue();
        definition = answer.data().get("id").asText();
    }

    @Test
    @Order(2)
    void aProfileIsCreated() {
        Answer answer = api.post("/profiles", """
                {'first_name': 'Jane', 'last_name': 'Doe', 'email': 'jane.doe@example.com', 'mobile_phone': '+61400000000'}
                """);
        assertThat(answer.status()).isEqualTo(201);
        profile = answer.data().get("id").asText();
    }

    @Test
    @Order(3)
    void aRewardIsIssuedToIt() {
        Answer answer = api.post("/rewards", """
                {'profile_id': '%s', 'reward_definition_id': '%s', 'value_initial': '10', 'value_remaining': '10',
                 'issued_at': '2021-02-10 12:59:59', 'expires_at': '2022-02-10 12:59:59', 'timezone': 'Australia/Melbourne'}
                """.formatted(profile, definition));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().get("expires_at").asText()).isEqualTo("2022-02-10 01:59:59");
        assertThat(answer.data().get("expires_local_at").asText()).isEqualTo("2022-02-10 12:59:59");
        assertThat(answer.data().get("is_active").asBoolean()).isTrue();
    }

    @Test
    @Order(4)
    void itsBalanceIsTenDollars() {
        assertThat(balance("reward_balance")).isEqualTo(10);
        assertThat(balance("combined_balance_dollars")).isEqualTo(10);
    }

    @Test
    @Order(5)
    void theRewardIsRedeemed() {
        Answer answer = api.post(
                "/profiles/" + profile + "/redemptions", "{'amount': '10', 'strategies': ['rewards', 'points']}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.data().get("total").numberValue()).isEqualTo(10);
        assertThat(answer.data().at("/balances/reward_balance").numberValue()).isEqualTo(0);
        redemption = answer.data().get("id").asLong();
    }

    @Test
    @Order(6)
    void itsBalanceIsNothing() {
        assertThat(balance("reward_balance")).isEqualTo(0);
    }

    @Test
    @Order(7)
    void theSaleIsPostedWithTheRedemptionAttached() {
        Answer answer = api.post("/transactions", """
                {'profile_id': '%s', 'external_id': 'T-1001', 'total': '10', 'timezone': 'Australia/Melbourne',
                 'transacted_at': '2021-02-11 14:00:00', 'redemption_id': %d,
                 'items': [{'name': 'Don\\u0027t panic towel', 'quantity': '1', 'price_current': '20', 'price_sell': '10'}]}
                """.formatted(profile, redemption));
        assertThat(answer.status()).isEqualTo(201);
        transaction = answer.data().get("id").asLong();
    }

    @Test
    @Order(8)
    void theSaleIsReadBackWithItsRedemption() {
        JsonNode sale = api.get("/transactions/" + transaction).data();
        assertThat(sale.at("/redemption/id").asLong()).isEqualTo(redemption);
        assertThat(sale.at("/redemption/total").numberValue()).isEqualTo(10);
        assertThat(sale.get("transacted_at").asText()).isEqualTo("2021-02-11 03:00:00");
        assertThat(sale.at("/items/0/quantity").numberValue()).isEqualTo(1);
        assertThat(api.get("/transactions/external/T-1001").data()).isEqualTo(sale);
        assertThat(api.get("/redemptions/" + redemption)
                        .data()
                        .get("transaction_id")
                        .asLong())
                .isEqualTo(transaction);
    }

    @Test
    @Order(9)
    void theLedgerProvesTheWallet() {
        JsonNode proof = api.proof(profile);
        assertThat(proof.get("consistent").asBoolean()).isTrue();
        assertThat(proof.get("entries").asInt())
                .as("issued, redeemed, attached to its sale")
                .isEqualTo(3);
    }

    private int balance(String name) {
        return api.get("/profiles/" + profile + "/balances").data().get(name).asInt();
    }
}
