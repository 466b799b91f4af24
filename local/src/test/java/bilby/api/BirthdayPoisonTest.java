package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A birthday that cannot be issued, from the queue to the dead letters and back, as whoever is paged does it. */
class BirthdayPoisonTest {

    private static final String DEAD_LETTERS = "BirthdayDeadLetters";

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Tables tables = Tables.of(server);
    private final Api api = Api.of(server);

    @AfterEach
    void stop() {
        tables.close();
        server.close();
    }

    @Test
    void aMemberWhoseWalletCannotBeReadGetsTheirsOnceItIsMendedAndRedriven() {
        api.setClock("{'now':'2026-01-05T00:00:00Z'}");
        birthdayDefinition();
        List<String> others = Stream.generate(this::member).limit(3).toList();
        String ada = member();
        api.reward(ada, api.definition(), ",'expires_at':'2090-01-01'");
        tables.set(Tables.wallet(ada), "lots", AttributeValue.fromL(List.of(AttributeValue.fromS("torn"))));

        api.setClock("{'now':'2026-03-09T13:00:00Z'}");
        run();

        assertThat(others).allSatisfy(other -> assertThat(birthdays(other)).isEqualTo(1));
        assertThat(birthdays(ada)).isZero();
        assertThat(api.messages(DEAD_LETTERS)).isEqualTo(1);
        JsonNode report = report();
        assertThat(report.path("issued").asInt()).isEqualTo(3);
        assertThat(report.path("failed").asInt()).isEqualTo(1);
        assertThat(report.at("/problems/0/profile_id").asText()).isEqualTo(ada);

        assertThat(api.invoke("RebuildWallet", "{'profile_id':'" + ada + "'}").status())
                .isEqualTo(200);
        assertThat(api.redrive(DEAD_LETTERS)).isEqualTo(1);
        run();

        assertThat(Stream.concat(others.stream(), Stream.of(ada)))
                .allSatisfy(member -> assertThat(birthdays(member)).isEqualTo(1));
        assertThat(api.redrive(DEAD_LETTERS)).isZero();
        assertThat(report().path("issued").asInt()).isEqualTo(4);
        assertThat(report().path("failed").asInt()).isZero();
        assertThat(api.proof(ada).path("consistent").asBoolean()).isTrue();
    }

    private void birthdayDefinition() {
        String body = "{'name':'Birthday','handle':'birthday','type':'birthday','value':10,'period':30}";
        assertThat(api.post("/rewards/definitions", body).status()).isEqualTo(201);
    }

    private String member() {
        return api.post(
                        "/profiles",
                        "{'first_name':'Ada','birth_day':10,'birth_month':3,'timezone':'Australia/Melbourne'}")
                .data()
                .path("id")
                .asText();
    }

    /** Plans, and waits until all messages are done or dead. */
    private void run() {
        Api.Answer answer = api.runSchedules("PlanBirthdays");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private long birthdays(String profile) {
        long birthdays = 0;
        for (JsonNode reward : api.get("/profiles/" + profile + "/rewards").data()) {
            birthdays += reward.path("source_type").asText().equals("birthday") ? 1 : 0;
        }
        return birthdays;
    }

    private JsonNode report() {
        return api.get("/birthday-runs/2026-03-10").data();
    }
}
