package bilby.functions.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a page begins, as the link of the page before tells it.
 *
 * @param after of a whole table: the id to go on after; within a profile: how many rows are before the page
 */
public record Cursor(String after) {

    private static final String MARK = "after ";
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    static Optional<Cursor> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            return Optional.of(plain)
                    .filter(mark -> mark.startsWith(MARK))
                    .map(mark -> mark.substring(MARK.length()))
                    .map(Cursor::new);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How many rows are before the page; empty if the cursor is of a whole table's list. */
    Optional<Integer> rowsBefore() {
        return COUNT.matcher(after).matches() ? Optional.of(Integer.valueOf(after)) : Optional.empty();
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + after).getBytes(StandardCharsets.US_ASCII));
    }
}
