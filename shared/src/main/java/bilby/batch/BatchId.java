package bilby.batch;

import bilby.wallet.CommitId;
import bilby.wallet.Hash;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which batch it is: 32 hexadecimal digits, which nobody can guess. */
public record BatchId(String value) {

    private static final int DIGITS = 32;
    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{" + DIGITS + "}");

    /** @throws IllegalArgumentException if the text is no such id */
    public BatchId {
        if (!TEXT.matcher(value).matches()) {
            throw new IllegalArgumentException("not a batch's id: " + value);
        }
    }

    /** The id that a text names; empty if the text is none. */
    public static Optional<BatchId> parse(String text) {
        return TEXT.matcher(text).matches() ? Optional.of(new BatchId(text)) : Optional.empty();
    }

    /** The same for the same request under the same key: so whoever sends it again stores no second batch. */
    public static BatchId ofRequest(Hash key, Hash fingerprint) {
        return new BatchId(Hash.of("batch " + key + " " + fingerprint).hex().substring(0, DIGITS));
    }

    /** Of a request without a key, which is another batch each time. */
    public static BatchId ofCommit(CommitId commit) {
        return new BatchId(commit.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
