package bilby.token;

import bilby.wallet.Hash;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An API token. Its secret is known to its bearer only: here is the SHA-256 of it, which is its id as well.
 *
 * @param id the SHA-256 of the secret, in hexadecimal
 * @param scopes what it may do; {@code *} is everything
 * @param expiresAt from this second on it is no longer valid
 */
public record Token(
        String id,
        String name,
        List<String> scopes,
        boolean isRevoked,
        Instant createdAt,
        Instant updatedAt,
        Instant expiresAt) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    public Token {
        scopes = List.copyOf(scopes);
    }

    /** A new token of a secret. */
    public static Token of(String secret, String name, List<String> scopes, Instant now, Instant expiresAt) {
        return new Token(idOf(secret), name, scopes, false, now, now, expiresAt);
    }

    /** When a token expires that says nothing of it: after one year. */
    public static Instant usualExpiry(Instant now) {
        return now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }

    /** Whether a text is of the form of the tokens' ids. */
    public static boolean canBeId(String text) {
        return ID.matcher(text).matches();
    }

    public static String idOf(String secret) {
        return Hash.of(secret).hex();
    }

    public boolean isValid(Instant now) {
        return !isRevoked && now.isBefore(expiresAt);
    }

    public boolean permits(String scope) {
        return scopes.contains("*") || scopes.contains(scope);
    }

    public Token revoked(Instant now) {
        return new Token(id, name, scopes, true, createdAt, now, expiresAt);
    }
}
