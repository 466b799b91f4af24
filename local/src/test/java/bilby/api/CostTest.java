package bilby.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.cost.Cost;
import bilby.cost.Prices;
import bilby.local.StillServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What each operation takes of DynamoDB, by AWS's published rules; docs/costs.md says the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostTest {

    private static final List<Integer> LOTS = List.of(1, 20, 100, 1_500);

    private final StillServer server = StillServer.start();
    private final Api api = Api.of(server);
    private final Map<Integer, Map<String, Cost>> costs = new TreeMap<>();

    @BeforeAll
    void measure() {
        api.post(
                "/rewards/definitions",
                "{'name':'Birthday','handle':'birthday','type':'birthday','value':10,'period':30}");
        for (int i = 0; i < LOTS.size(); i++) {
            costs.put(LOTS.get(i), Costs.of(server, LOTS.get(i), 10 + i));
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aBalanceIsOneRoundTripAndThreeReads() {
        assertThat(cost("balances")).isEqualTo(Cost.of(1, 3, 0));
    }

    @Test
    void aRedemptionIsTwoRoundTripsThreeReadsAndSevenWrites() {
        assertThat(cost("redeem")).isEqualTo(Cost.of(2, 3, 7));
    }

    @Test
    void anIdempotencyKeyIsTwoWritesMoreAndNoRoundTrip() {
        assertThat(cost("redeem, with a key")).isEqualTo(Cost.of(2, 3, 9));
    }

    @Test
    void thePageSaysWhatEachOperationTakes() throws IOException {
        assertThat(page()).contains(table((operation, cost) -> cost.toString()));
    }

    @Test
    void thePageSaysWhatAMillionOfEachCosts() throws IOException {
        assertThat(page())
                .contains(table((operation, cost) -> Prices.dollars(
                        operation.equals("a birthday") ? Prices.ofTables(cost) : Prices.ofRequests(cost))));
    }

    @Test
    void thePageSaysWhatAMonthOfRedemptionsCosts() throws IOException {
        String rows = IntStream.of(1, 100, 10_000)
                .mapToObj(rate -> "| %,d a second | %s |\n".formatted(rate, ofAMonth(rate)))
                .collect(Collectors.joining());

        assertThat(page()).contains(rows);
    }

    @Test
    void thePageSaysWhatAWalkOverAHundredMillionMembersCosts() throws IOException {
        Cost proof = Costs.ofProof(server);
        String walk = Prices.dollars(Prices.ofTables(proof).multiply(BigDecimal.valueOf(100)));

        assertThat(page()).contains(proof + " a member").contains(walk + " a walk");
    }

    @Test
    void thePageCountsTheAlarmsAndDashboardsOfTheTemplate() throws IOException {
        String template = Files.readString(Api.template());
        // An alarm costs by the metrics that it watches: one, or those that it sums.
        int alarms = count(template, "Type: AWS::CloudWatch::Alarm\n")
                - count(template, "\n      Metrics:\n")
                + count(template, "          MetricStat:\n");
        int dashboards = count(template, "Type: AWS::CloudWatch::Dashboard\n");

        assertThat(page())
                .contains("| Alarms, by the metrics that they watch | %d × $0.10 | $%.2f |"
                        .formatted(alarms, alarms * 0.1))
                .contains("| Dashboards | %d × $3.00 | $%.2f |".formatted(dashboards, dashboards * 3.0));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private String ofAMonth(int aSecond) {
        BigDecimal millions = BigDecimal.valueOf(aSecond).multiply(new BigDecimal("2.592"));
        return Prices.dollars(Prices.ofRequests(cost("redeem, with a key")).multiply(millions));
    }

    private Cost cost(String operation) {
        return requireNonNull(requireNonNull(costs.get(1)).get(operation));
    }

    private String table(BiFunction<String, Cost, String> cell) {
        return requireNonNull(costs.get(1)).keySet().stream()
                .map(operation -> LOTS.stream()
                        .map(lots -> cell.apply(
                                operation,
                                requireNonNull(requireNonNull(costs.get(lots)).get(operation))))
                        .collect(Collectors.joining(" | ", "| " + operation + " | ", " |\n")))
                .collect(Collectors.joining());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/costs.md"));
    }
}
