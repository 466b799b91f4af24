package bilby.catalogue;

import java.util.Optional;

/**
 * What caused an issue, where that was no request for it: {@code birthday}, {@code return} or {@code transaction}.
 *
 * @param id of the record that caused it: of the return or reversal, or of the sale
 */
public record Source(String type, Optional<Long> id) {

    /** A birthday. */
    public static final Source BIRTHDAY = new Source("birthday", Optional.empty());

    private static final String GRACE = "return";

    /** A return or reversal, which gave back what had expired. */
    public static Source grace(long returnId) {
        return new Source(GRACE, Optional.of(returnId));
    }

    /** A sale, which earned it. */
    public static Source sale(long saleId) {
        return new Source("transaction", Optional.of(saleId));
    }

    public boolean isGrace() {
        return type.equals(GRACE);
    }
}
