package bilby.local;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What two plays of one story must have in common: each text without what is another in each play, which is the ids and
 * secrets that are made in it, and its times.
 */
final class Likeness {

    private static final Pattern OWN = Pattern.compile(
            "\\b[0-9a-f]{64}\\b|\\b[0-9a-f]{32}\\b|\\b[RP]?\\d{13,16}\\b|(?<=at )\\d{10}\\b|\\b20\\d\\d-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\dZ?|\\b20\\d\\d-\\d\\d-\\d\\d\\b");

    /** How many digits a time has that is counted in seconds, as the ledger's entries have theirs. */
    private static final int SECONDS = 10;

    private final Map<String, String> names = new HashMap<>();

    /** The text with a name for each that is the play's own, by the order in which they first come. */
    String of(String text) {
        return OWN.matcher(text)
                .replaceAll(own -> own.group().contains("-") || own.group().length() == SECONDS
                        ? "<time>"
                        : names.computeIfAbsent(own.group(), id -> "<" + (names.size() + 1) + ">"));
    }
}
