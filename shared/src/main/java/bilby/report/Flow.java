package bilby.report;

import java.util.Locale;

/**
 * What can become of value. What was issued, returned, reversed and adjusted (which can be less than nothing), less what was
 * redeemed, expired and deleted, is what is outstanding: at every instant, of each kind, exactly.
 */
public enum Flow {
    ISSUED,
    REDEEMED,
    RETURNED,
    REVERSED,
    ADJUSTED,
    /** It expired on that day, whenever that was recorded. */
    EXPIRED,
    DELETED,
    /** Lives were lengthened; no value moved. */
    EXTENDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The flow of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Flow of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
