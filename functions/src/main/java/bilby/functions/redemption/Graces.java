package bilby.functions.redemption;

import bilby.catalogue.Source;
import bilby.money.Money;
import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.redemption.Redemption;
import bilby.redemption.Undoing;
import bilby.reward.Reward;
import bilby.store.Store;
import bilby.store.Write;
import java.util.Optional;

/** The rewards and grants of points that come of a return or reversal, for what had expired or been deleted. */
final class Graces {

    private Graces() {}

    static Write row(Store store, Undoing.Grace grace, Redemption undo) {
        return switch (grace.lot().kind()) {
            case REWARD -> store.rewards().add(reward(grace, undo));
            case POINT -> store.pointGrants().add(points(grace, undo));
        };
    }

    private static Reward reward(Undoing.Grace grace, Redemption undo) {
        return new Reward(
                grace.lot().id(),
                1,
                undo.profileId(),
                grace.zone(),
                grace.definition(),
                Money.ofCents(grace.hundredths()),
                Money.ZERO,
                grace.span(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Source.grace(undo.id())),
                undo.createdAt(),
                undo.createdAt(),
                Optional.empty());
    }

    private static PointGrant points(Undoing.Grace grace, Redemption undo) {
        return new PointGrant(
                grace.lot().id(),
                1,
                undo.profileId(),
                grace.definition(),
                Points.ofHundredths(grace.hundredths()),
                Points.ZERO,
                grace.span(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Source.grace(undo.id())),
                undo.createdAt(),
                undo.createdAt());
    }
}
