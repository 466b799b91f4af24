package bilby.report;

import java.util.Locale;

/** What a figure counts. */
public enum Measure {
    /** How many lots; of redemptions, returns and reversals, how many of these. */
    COUNT,
    /** How much, in hundredths of a dollar or of a point. */
    AMOUNT,
    /** What spent or returned points stood for, in cents. */
    DOLLARS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The measure of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Measure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
