package bilby.audit;

/**
 * Where something is not as the ledger says, or the ledger not as it was written. It names ids and amounts, in hundredths,
 * and nothing else.
 */
public record Difference(String what) {
    @Override
    public String toString() {
        return what;
    }
}
