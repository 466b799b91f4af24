package bilby.batch;

import java.util.Locale;

/** What the rows of a batch are. */
public enum BatchKind {
    /** Rewards to be issued. */
    REWARDS,
    /** Profiles to be created or updated. */
    PROFILES;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static BatchKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
