package bilby.catalogue;

import java.util.Optional;

/** What caused an issue: {@code birthday}, or {@code return} with the id of the return. */
public record Source(String type, Optional<String> id) {

    private static final String GRACE = "return";

    /** A return or reversal, which gave back what had expired. */
    public static Source grace(long returnId) {
        return new Source(GRACE, Optional.of(Long.toString(returnId)));
    }

    public boolean isGrace() {
        return type.equals(GRACE);
    }
}
