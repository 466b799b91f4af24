package bilby.wallet;

import java.time.Instant;
import java.util.Optional;

/**
 * From when to when something can be spent: from the second of its issue to the last second of its validity, both
 * included. Without an expiry it never ends. Whole seconds. Written {@code issued..expires} in seconds since 1970.
 */
public record Span(Instant issuedAt, Optional<Instant> expiresAt) {

    public static Span of(Instant issuedAt, Instant expiresAt) {
        return new Span(issuedAt, Optional.of(expiresAt));
    }

    public static Span from(Instant issuedAt) {
        return new Span(issuedAt, Optional.empty());
    }

    /** The second of expiry itself still counts as valid. */
    public boolean isExpired(Instant now) {
        return expiresAt.isPresent() && now.getEpochSecond() > expiresAt.get().getEpochSecond();
    }

    public boolean includes(Instant now) {
        return now.getEpochSecond() >= issuedAt.getEpochSecond() && !isExpired(now);
    }

    public Span until(Instant newExpiry) {
        return Span.of(issuedAt, newExpiry);
    }

    static Span parse(String text) {
        int dots = text.indexOf("..");
        Instant issued = Instant.ofEpochSecond(Long.parseLong(text, 0, dots, 10));
        return dots + 2 == text.length()
                ? Span.from(issued)
                : Span.of(issued, Instant.ofEpochSecond(Long.parseLong(text, dots + 2, text.length(), 10)));
    }

    @Override
    public String toString() {
        return issuedAt.getEpochSecond()
                + ".."
                + expiresAt.map(at -> Long.toString(at.getEpochSecond())).orElse("");
    }
}
