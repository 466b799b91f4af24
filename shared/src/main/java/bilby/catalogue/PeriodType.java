package bilby.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a definition's period counts, and where what is issued by it ends. Written in lower case. */
public enum PeriodType {
    /** Of points only. */
    HOURS(876_000),
    DAYS(36_500),
    WEEKS(5_200),
    MONTHS(1_200),
    YEARS(100),
    ABSOLUTE_DATE(36_500),
    ABSOLUTE_WEEK(5_200),
    ABSOLUTE_MONTH(1_200);

    private final int longest;

    PeriodType(int longest) {
        this.longest = longest;
    }

    /** The longest period of this type: about a hundred years. */
    public int longest() {
        return longest;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PeriodType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
