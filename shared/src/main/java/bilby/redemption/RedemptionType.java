package bilby.redemption;

import java.util.Locale;

/** Whether value was taken, or given back. Written in lower case. */
public enum RedemptionType {
    REDEEM,
    RETURN,
    REVERSAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RedemptionType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
