package bilby.profile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name, or the beginning of one, in the form in which names are compared: without case, accents and ligatures (Unicode's
 * NFKD without its marks), with one space between words, and its first hundred characters alone. "Zoë  STRAẞE" is
 * "zoe strasse".
 */
public record FoldedName(String text) {

    private static final int LONGEST = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\p{IsWhite_Space}]+");

    /** Empty if nothing is left of it. */
    public static Optional<FoldedName> of(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        // By way of upper case, for that makes two letters of ß, be it a small or a capital one. Then one by one, or a
        // sigma
        // would be another one at a word's end.
        int[] letters = SPACES.matcher(plain.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT))
                .replaceAll(" ")
                .strip()
                .codePoints()
                .map(Character::toLowerCase)
                .limit(LONGEST)
                .toArray();
        return Optional.of(new String(letters, 0, letters.length))
                .filter(text -> !text.isEmpty())
                .map(FoldedName::new);
    }

    /** Its first character, by which the indexes over names are divided. */
    public String initial() {
        return Character.toString(text.codePointAt(0));
    }
}
