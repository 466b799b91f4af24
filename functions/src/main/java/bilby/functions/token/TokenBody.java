package bilby.functions.token;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.functions.http.Time;
import bilby.token.Token;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A new token as a request says it (docs/api.md §8).
 *
 * @param scopes any words, also those that Bilby has no use for
 */
record TokenBody(String name, List<String> scopes, Instant expiresAt) {

    private static final int MOST_SCOPES = 200;
    private static final int LONGEST_SCOPES = 4_000;

    /** The token that the body says, or all that is wrong with it. */
    static Parsed<TokenBody> parse(ObjectNode body, Instant now) {
        Fields fields = Fields.of(body);
        Optional<String> name = fields.get("name").required().line(Field.SHORT_TEXT);
        Optional<List<String>> scopes = fields.get("scopes").required().texts(MOST_SCOPES);
        if (scopes.filter(words -> String.join("", words).length() > LONGEST_SCOPES)
                .isPresent()) {
            fields.refuse("scopes", "The scopes may not be longer than " + LONGEST_SCOPES + " characters together.");
        }
        Optional<Time> expiry = fields.get("expires_at").time();
        Instant expiresAt = expiry.map(time -> time.in(ZoneOffset.UTC)).orElseGet(() -> Token.usualExpiry(now));
        if (!expiresAt.isAfter(now)) {
            fields.refuse("expires_at", "The expires at must be in the future.");
        }
        return fields.parsed(() -> new TokenBody(name.orElseThrow(), scopes.orElseThrow(), expiresAt));
    }
}
