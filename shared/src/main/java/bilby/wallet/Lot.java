package bilby.wallet;

import bilby.money.Money;
import bilby.money.Points;
import java.time.Instant;
import java.util.Comparator;

/**
 * An open reward or grant of points: one with something left. Stored as {@code R17 1000 1700000000..1702591999}.
 *
 * @param remaining what is left, above 0, in hundredths of a dollar or of a point
 */
public record Lot(LotId id, long remaining, Span span) {

    /** Nearest expiry first (no expiry last), ties by issue, then by id. */
    public static final Comparator<Lot> SPENDING_ORDER = Comparator.<Lot>comparingLong(
                    lot -> lot.span.expiresAt().map(Instant::getEpochSecond).orElse(Long.MAX_VALUE))
            .thenComparing(lot -> lot.span.issuedAt())
            .thenComparingLong(lot -> lot.id.id())
            .thenComparing(lot -> lot.id.kind());

    public Lot {
        if (remaining <= 0) {
            throw new IllegalArgumentException("a lot holds something: " + id + " " + remaining);
        }
    }

    public boolean isReward() {
        return id.kind() == LotKind.REWARD;
    }

    public boolean isExpired(Instant now) {
        return span.isExpired(now);
    }

    /** Whether it can be spent now: issued, and not expired. */
    public boolean isActive(Instant now) {
        return span.includes(now);
    }

    /** What a reward's lot holds. */
    public Money money() {
        return Money.ofCents(remaining);
    }

    /** What a lot of points holds. */
    public Points points() {
        return Points.ofHundredths(remaining);
    }

    public static Lot parse(String text) {
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        return new Lot(
                LotId.parse(text.substring(0, first)),
                Long.parseLong(text, first + 1, second, 10),
                Span.parse(text.substring(second + 1)));
    }

    @Override
    public String toString() {
        return id + " " + remaining + " " + span;
    }
}
