package bilby.wallet;

import java.util.Locale;

/** What a movement did. Written in lower case, in the ledger and in the API. */
public enum Action {
    ISSUE,
    ADJUST,
    EXTEND,
    REDEEM,
    REVERSAL,
    RETURN,
    EXPIRE,
    DELETE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The action of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Action of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
