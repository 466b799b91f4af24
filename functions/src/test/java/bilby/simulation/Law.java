package bilby.simulation;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The laws, as docs/design.md numbers them, and what else must hold for them to mean anything. */
enum Law {
    CONSERVATION("law 1, conservation"),
    SPENT_ONCE("law 2, nothing is spent before its issue, after its expiry, or twice"),
    ORDER("law 3, nearest expiry first"),
    RETURN("law 4, a redemption and its return are a smaller redemption"),
    LIFE("law 5, no life is lengthened"),
    SERIAL_ORDER("law 6, some serial order"),
    FOLD("law 7, the fold of the entries is the wallet"),
    BALANCE("law 8, the balance of the wallet is the balance of the ledger"),
    PROGRESS("whoever meets no fault and has time is answered");

    private final String words;

    Law(String words) {
        this.words = words;
    }

    /** Holds what is against what must be; what it is about is said in parts, put together only where they differ. */
    void equal(Object must, Object is, Object... about) {
        if (!must.equals(is)) {
            throw new LawBroken(this, text(about) + " is\n  " + is + "\nand must be\n  " + must);
        }
    }

    void require(boolean holds, Object... how) {
        if (!holds) {
            throw new LawBroken(this, text(how));
        }
    }

    private static String text(Object... parts) {
        return Stream.of(parts).map(Object::toString).collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return words;
    }
}
