package bilby.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a reward is given. Written in lower case with hyphens. */
public enum RewardType {
    ACTIVATION,
    ANNIVERSARY,
    BIRTHDAY,
    BONUS,
    CAMPAIGN,
    CUSTOMER_SERVICE,
    REACTIVATION,
    SPEND,
    STAFF,
    SYSTEM_ADJUSTMENT,
    TIER,
    ACHIEVEMENT,
    STATUS,
    POINTS,
    REFERRAL,
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<RewardType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
