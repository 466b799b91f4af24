package bilby.birthday;

import java.util.Locale;

/** What became of one definition's reward for one member. */
public enum BirthdayOutcome {
    /** It was issued by this part. */
    ISSUED,
    /** The member has had another birthday's, less than 300 days from this one. */
    ALREADY_HAD,

    /** Skipped: the birthday was entered too shortly before its reward is issued. */
    LATE_ENTRY,
    /** Skipped: the definition may not be issued on that day. */
    OUTSIDE_WINDOW,
    /** Skipped: the definition has been deleted, or is not issued any more. */
    WITHDRAWN,
    /** Skipped: it would have expired by now. */
    OVER,
    /** Skipped: the profile has been deleted. */
    PROFILE_DELETED,
    /** Skipped: the wallet takes no more. */
    WALLET_FULL,

    /** It is not known whether it was issued, or it was not for a fault of ours: the message comes again. */
    FAILED,
    /** Another part sees to the member, or has. */
    ELSEWHERE;

    public boolean isSkip() {
        return switch (this) {
            case LATE_ENTRY, OUTSIDE_WINDOW, WITHDRAWN, OVER, PROFILE_DELETED, WALLET_FULL -> true;
            case ISSUED, ALREADY_HAD, FAILED, ELSEWHERE -> false;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
