package bilby.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.store.memory.InMemoryDynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    /** With so many histories everything that can happen has happened. */
    private static final long MANY = 10_000;

    /** What must have been answered: each operation's success, and its refusal where it knows one. */
    private static final List<String> ANSWERS = List.of(
            "IssueReward 201",
            "IssueReward 422",
            "IssueReward 503",
            "IssueReward 504",
            "IssuePoints 201",
            "IssuePoints 422",
            "Redeem 200",
            "Redeem 201",
            "Redeem 404",
            "Redeem 422",
            "Redeem 503",
            "Redeem 504",
            "Return 200",
            "Return 201",
            "Return 422",
            "Reverse 201",
            "Reverse 422",
            "Extend 200",
            "Extend 422",
            "Adjust 200",
            "Adjust 404",
            "Adjust 409",
            "Adjust 422",
            "Delete 204",
            "Delete 404",
            "Sell 201",
            "Sell 422",
            "ChangeSale 200",
            "ChangeSale 422",
            "DeleteSale 204",
            "DeleteSale 404",
            "Close 204",
            "Close 422",
            "ReadBalances 200",
            "ReadBalances 404",
            "Set 200",
            "Sweep 200",
            "Sweep 422");

    /** How many histories, or which one, the system properties {@code simulation.histories} and {@code .seed} say. */
    @Test
    void theLawsHoldInEveryHistory() {
        Histories histories = Histories.wanted();
        String broken = histories.run();
        System.out.println(histories);

        assertThat(broken).isEmpty();
        if (histories.count() >= MANY) {
            assertThat(ANSWERS)
                    .allSatisfy(answer -> assertThat(histories.tally().of("answer " + answer))
                            .as(answer)
                            .isPositive());
            assertThat(Fault.values())
                    .allSatisfy(fault -> assertThat(histories.tally().of("fault " + fault))
                            .as(fault.toString())
                            .isPositive());
            assertThat(histories.tally().of("answered again")).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 17, 42, 557})
    void theSameSeedIsTheSameHistory(long seed) {
        List<String> once = new ArrayList<>();
        List<String> again = new ArrayList<>();

        assertThat(stored(seed, once)).isEqualTo(stored(seed, again)).isNotEqualTo(stored(seed + 1, new ArrayList<>()));
        assertThat(once).isEqualTo(again);
    }

    private static String stored(long seed, List<String> lines) {
        Simulation simulation =
                new Simulation(seed, new InMemoryDynamoDb(), UnaryOperator.identity(), line -> lines.add(line.get()));
        simulation.run();
        return simulation.stored();
    }
}
