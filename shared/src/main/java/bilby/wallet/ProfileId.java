package bilby.wallet;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Whose wallet it is. Written as a UUID in lower case. */
public record ProfileId(UUID value) {

    private static final Pattern UUID_TEXT =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    /** The id that a text names, in either case; empty if the text is no UUID. */
    public static Optional<ProfileId> parse(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? Optional.of(new ProfileId(UUID.fromString(text.toLowerCase(Locale.ROOT))))
                : Optional.empty();
    }

    /**
     * The id that a text names, which is known to be one.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static ProfileId of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a profile id: " + text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
