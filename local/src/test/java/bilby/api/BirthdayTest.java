package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Birthdays as a new user meets them: on a server whose clock is moved, with its schedule and its queue. */
class BirthdayTest {

    /** The guide's own definition, as the README has it. */
    private static final String GUIDE = """
            {"name":"Birthday Reward", "handle":"birthday-reward", "type":"birthday",
              "value":"10", "period":"30", "short_description":"It's your birthday! $10 for you!"}""";

    private final LocalServer server = LocalServer.start(Options.free(Api.template()));
    private final Api api = Api.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void threeMembersGetTheirTenDollarsAsTheirDayBegins() {
        clock("2026-01-05T00:00:00Z");
        define();
        String auckland = member("Pacific/Auckland");
        String melbourne = member("Australia/Melbourne");
        String losAngeles = member("America/Los_Angeles");
        clock("2026-03-09T10:30:00Z");
        run();

        assertThat(balances(auckland, melbourne, losAngeles)).containsExactly(0, 0, 0);
        clock("2026-03-09T11:00:00Z");
        run();
        assertThat(balances(auckland, melbourne, losAngeles)).containsExactly(10, 0, 0);
        clock("2026-03-09T13:00:00Z");
        run();
        assertThat(balances(auckland, melbourne, losAngeles)).containsExactly(10, 10, 0);
        clock("2026-03-10T07:00:00Z");
        JsonNode report = run();
        assertThat(balances(auckland, melbourne, losAngeles)).containsExactly(10, 10, 10);

        JsonNode reward = api.get("/profiles/" + losAngeles + "/rewards").data().get(0);
        assertThat(reward.path("issued_local_at").asText()).isEqualTo("2026-03-10 00:00:00");
        assertThat(reward.path("issued_at").asText()).isEqualTo("2026-03-10 07:00:00");
        assertThat(reward.path("expires_local_at").asText()).isEqualTo("2026-04-09 23:59:59");
        assertThat(reward.path("timezone").asText()).isEqualTo("America/Los_Angeles");
        assertThat(reward.path("source_type").asText()).isEqualTo("birthday");
        assertThat(reward.path("is_active").asBoolean()).isTrue();
        JsonNode entry = api.get("/profiles/" + losAngeles + "/ledgers").data().get(0);
        assertThat(entry.path("action").asText()).isEqualTo("issue");
        assertThat(entry.path("dollar_value").asInt()).isEqualTo(10);
        assertThat(api.proof(losAngeles).path("consistent").asBoolean()).isTrue();
        JsonNode run = api.get("/birthday-runs/2026-03-10").data();
        assertThat(run.path("issued").asInt()).isEqualTo(3);
        assertThat(run.path("planned").asInt()).isEqualTo(3);
        assertThat(run.path("skipped").asInt()).isZero();
        assertThat(run.path("failed").asInt()).isZero();
        assertThat(run.at("/parts/done").asInt())
                .isEqualTo(run.at("/parts/planned").asInt());
        assertThat(report.path("runs")).contains(run);
        assertThat(api.get("/birthday-runs").data()).contains(run);
    }

    @Test
    void runningItAgainIssuesNothingMore() {
        clock("2026-01-05T00:00:00Z");
        define();
        String melbourne = member("Australia/Melbourne");
        clock("2026-03-09T13:00:00Z");
        run();
        run();
        clock("2026-03-10T13:00:00Z");
        run();

        assertThat(balances(melbourne)).containsExactly(10);
    }

    @Test
    void aDateWithoutARunIsNotThere() {
        assertThat(api.get("/birthday-runs/2026-03-10").status()).isEqualTo(404);
        assertThat(api.get("/birthday-runs/tomorrow").status()).isEqualTo(404);
        assertThat(api.get("/birthday-runs").data()).isEmpty();
        assertThat(api.get("/birthday-runs?filter[date]=2026-03-10").status()).isEqualTo(422);
    }

    private void define() {
        assertThat(api.send("POST", "/rewards/definitions", Optional.of(GUIDE)).status())
                .isEqualTo(201);
    }

    private String member(String zone) {
        return api.post("/profiles", "{'first_name':'Ada','birth_day':10,'birth_month':3,'timezone':'" + zone + "'}")
                .data()
                .path("id")
                .asText();
    }

    private void clock(String instant) {
        assertThat(api.setClock("{'now':'" + instant + "'}").status()).isEqualTo(200);
    }

    private JsonNode run() {
        Api.Answer answer = api.runSchedules("PlanBirthdays");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.data();
    }

    private List<Integer> balances(String... profiles) {
        List<Integer> balances = new ArrayList<>();
        for (String profile : profiles) {
            balances.add(api.get("/profiles/" + profile + "/balances")
                    .data()
                    .path("reward_balance")
                    .asInt());
        }
        return balances;
    }
}
