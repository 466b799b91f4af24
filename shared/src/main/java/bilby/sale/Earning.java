package bilby.sale;

import bilby.money.EarnRate;
import bilby.money.Points;
import java.util.Optional;

/**
 * What a sale has given its buyer in points (docs/api.md §6, "Earning").
 *
 * @param rate the earn rate when the sale was first stored
 * @param given what it gave, net of what was taken back
 * @param grantId the grant of points by which it gave them; empty until it has given any
 */
public record Earning(EarnRate rate, Points given, Optional<Long> grantId) {

    /** Of a sale that has given nothing so far. */
    public static Earning at(EarnRate rate) {
        return new Earning(rate, Points.ZERO, Optional.empty());
    }

    Earning gave(Points more, long grant) {
        return new Earning(rate, given.plus(more), Optional.of(grant));
    }

    Earning tookBack(Points points) {
        return new Earning(rate, given.minus(points), grantId);
    }
}
