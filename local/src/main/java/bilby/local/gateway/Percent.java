package bilby.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Percent-encoding, decoded. */
final class Percent {

    private static final Pattern MALFORMED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private Percent() {}

    /** Whether some percent sign is followed by no two hexadecimal digits; then there is nothing to decode. */
    static boolean isMalformed(String encoded) {
        return MALFORMED.matcher(encoded).find();
    }

    /** In a path, where a plus is a plus. */
    static String path(String encoded) {
        return query(encoded.replace("+", "%2B"));
    }

    /** In a query, where a plus is a space. */
    static String query(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }
}
