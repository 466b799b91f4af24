package bilby.wallet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256, written as 64 hexadecimal digits. */
public record Hash(String hex) {

    public static Hash of(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return new Hash(HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What the first entry of a wallet follows. */
    static Hash beforeFirstEntryOf(ProfileId profileId) {
        return of("wallet " + profileId);
    }

    @Override
    public String toString() {
        return hex;
    }
}
