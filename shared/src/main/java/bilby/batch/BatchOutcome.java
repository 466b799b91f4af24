package bilby.batch;

import java.util.Locale;

/** What came of a row. */
public enum BatchOutcome {
    /** A reward was issued. */
    ISSUED,
    /** A profile was created. */
    CREATED,
    /** A profile was updated. */
    UPDATED,
    /** It was wrong, or could not be granted. */
    REFUSED,
    /** It was given up, after days of failing for a fault of ours. Nothing has moved. */
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The outcome of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BatchOutcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
