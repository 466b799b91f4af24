package bilby.setting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When a birthday on 29 February is celebrated in a year without one. Written in lower case with hyphens. */
public enum LeapDay {
    FEB_28,
    MAR_1,
    /** Not at all. */
    LEAP_YEARS_ONLY;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<LeapDay> of(String word) {
        return Arrays.stream(values()).filter(day -> day.word().equals(word)).findFirst();
    }
}
