package bilby.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * How long a redemption and a balance take through the whole stack, over HTTP, against the calls of DynamoDB that they make
 * made bare. Both take turns, so that whatever else the machine does meets both; each client has a member of its own.
 */
final class SpeedBench {

    private static final int MOST_CLIENTS = 16;
    private static final int TURNS = 10;
    private static final int CALLS_A_TURN = 320;
    private static final int CALLS_TO_WARM_UP = 4_000;

    private SpeedBench() {}

    static List<Row> rows() throws Exception {
        try (Served served = new Served()) {
            Members members = new Members(served);
            List<String> served16 = members.of(MOST_CLIENTS);
            List<String> bare16 = members.of(MOST_CLIENTS);
            BareCalls bare = new BareCalls(served, bare16.getFirst(), members.redeem(bare16.getFirst()));
            IntConsumer redeem = client -> members.redeem(served16.get(client));
            IntConsumer balance = client -> members.balance(served16.get(client));
            IntConsumer bareRedeem = client -> bare.redeem(bare16.get(client));
            IntConsumer bareBalance = client -> bare.balance(bare16.get(client));
            for (IntConsumer each : List.of(redeem, bareRedeem, balance, bareBalance)) {
                new Times().measure(MOST_CLIENTS, CALLS_TO_WARM_UP / MOST_CLIENTS, each);
            }
            List<Row> rows = new ArrayList<>();
            for (int clients : new int[] {1, MOST_CLIENTS}) {
                rows.addAll(rows("Redeem", clients, redeem, bareRedeem));
                rows.addAll(rows("Balances", clients, balance, bareBalance));
            }
            return rows;
        }
    }

    private static List<Row> rows(String what, int clients, IntConsumer through, IntConsumer bare) throws Exception {
        Times ours = new Times();
        Times theirs = new Times();
        for (int turn = 0; turn < TURNS; turn++) {
            ours.measure(clients, CALLS_A_TURN / clients, through);
            theirs.measure(clients, CALLS_A_TURN / clients, bare);
        }
        return IntStream.of(50, 99)
                .mapToObj(percent -> Row.ofTimes(
                        "%s, %d at once, p%d".formatted(what, clients, percent),
                        ours.quantile(percent / 100.0),
                        theirs.quantile(percent / 100.0),
                        percent == 50 ? "at most 1.25" : ""))
                .toList();
    }
}
