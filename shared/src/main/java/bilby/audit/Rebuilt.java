package bilby.audit;

import bilby.catalogue.Source;
import bilby.money.Money;
import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.redemption.Redemption;
import bilby.reward.Reward;
import bilby.wallet.ProfileId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Rows as the ledger says them. What the ledger never holds (zones, texts, ids that others gave, the sale that was paid)
 * stays as the row has it; where there is no row it is lost, and the row is made anew without it.
 */
public final class Rebuilt {

    private static final Redemption.Reference NO_REFERENCE =
            new Redemption.Reference(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private Rebuilt() {}

    /**
     * A reward; empty if neither the ledger nor the row says its definition.
     *
     * @param zone of a row that is made anew
     */
    public static Optional<Reward> reward(IssuedLot said, Optional<Reward> found, ZoneId zone) {
        return said.definition()
                .or(() -> found.map(Reward::definition))
                .map(definition -> new Reward(
                        said.id().id(),
                        found.map(Reward::version).orElse(0L) + 1,
                        said.profileId(),
                        found.map(Reward::zone).orElse(zone),
                        definition,
                        found.map(Reward::valueInitial).orElse(Money.ofCents(said.initial())),
                        Money.ofCents(said.heldAtExpiry()),
                        said.span(),
                        said.extendedAt(),
                        found.flatMap(Reward::externalId),
                        found.flatMap(Reward::meta),
                        found.map(Reward::source).orElse(grace(said)),
                        found.map(Reward::createdAt).orElse(said.issuedAt()),
                        found.map(Reward::updatedAt).orElse(said.issuedAt()),
                        said.deletedAt()));
    }

    /** A grant of points; empty if neither the ledger nor the row says its definition. */
    public static Optional<PointGrant> points(IssuedLot said, Optional<PointGrant> found) {
        return said.definition()
                .or(() -> found.map(PointGrant::definition))
                .map(definition -> new PointGrant(
                        said.id().id(),
                        found.map(PointGrant::version).orElse(0L) + 1,
                        said.profileId(),
                        definition,
                        found.map(PointGrant::valueInitial).orElse(Points.ofHundredths(said.initial())),
                        Points.ofHundredths(said.heldAtExpiry()),
                        said.span(),
                        found.flatMap(PointGrant::accruedAt),
                        found.flatMap(PointGrant::description),
                        found.flatMap(PointGrant::externalId),
                        found.flatMap(PointGrant::meta),
                        found.map(PointGrant::source).orElse(grace(said)),
                        found.map(PointGrant::createdAt).orElse(said.issuedAt()),
                        found.map(PointGrant::updatedAt).orElse(said.issuedAt())));
    }

    private static Optional<Source> grace(IssuedLot said) {
        return said.graceOf().map(Source::grace);
    }

    /** A redemption, return or reversal. */
    public static Redemption redemption(
            long id, ProfileId profileId, RecordedRedemption said, Optional<Redemption> found) {
        return new Redemption(
                id,
                found.map(Redemption::version).orElse(0L) + 1,
                profileId,
                said.type(),
                said.entryVersion(),
                said.total(),
                found.map(Redemption::requested).orElse(said.total()),
                said.returned(),
                said.forfeited(),
                said.isReversed(),
                said.undoes(),
                found.flatMap(Redemption::saleId),
                found.map(Redemption::reference).orElse(NO_REFERENCE),
                found.map(Redemption::createdAt).orElse(said.at()),
                found.map(Redemption::updatedAt).orElse(said.at()));
    }
}
