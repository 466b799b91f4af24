package bilby.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

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

    public Token {
        scopes = List.copyOf(scopes);
    }

    public static String idOf(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
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
