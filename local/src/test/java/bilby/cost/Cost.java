package bilby.cost;

import java.math.BigDecimal;

/**
 * What a piece of work costs.
 *
 * @param trips calls, each of which waits for its answer
 * @param reads read request units, of which an eventually consistent read takes halves
 * @param writes write request units
 */
public record Cost(int trips, BigDecimal reads, int writes) {

    public static final Cost NONE = new Cost(0, BigDecimal.ZERO, 0);

    public static Cost of(int trips, int reads, int writes) {
        return new Cost(trips, BigDecimal.valueOf(reads), writes);
    }

    public Cost plus(Cost other) {
        return new Cost(trips + other.trips, reads.add(other.reads), writes + other.writes);
    }

    public Cost minus(Cost other) {
        return new Cost(trips - other.trips, reads.subtract(other.reads), writes - other.writes);
    }

    /** As the cost page writes it: round trips, read units, write units. */
    @Override
    public String toString() {
        return trips + " / " + reads.stripTrailingZeros().toPlainString() + " / " + writes;
    }
}
