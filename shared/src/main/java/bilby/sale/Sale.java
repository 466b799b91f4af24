package bilby.sale;

import bilby.money.Money;
import bilby.money.Points;
import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A sale, which the API calls a transaction.
 *
 * @param version 1, 2, 3… with each change
 * @param profileId who bought; nobody known if empty
 * @param externalId the till's own id of it, unique
 * @param redemptionId the redemption that paid for it, or for a part of it
 * @param total what was paid in all; negative for returned goods
 * @param zone the zone whose wall-clock the till reads
 * @param earning what it has given the buyer in points
 * @param details JSON: the items, and the fields that Bilby keeps as sent and does nothing with
 * @param createdAt in whole seconds, as {@code updatedAt} and {@code transactedAt}
 */
public record Sale(
        long id,
        long version,
        CommitId commit,
        Optional<ProfileId> profileId,
        Optional<String> externalId,
        Optional<Long> redemptionId,
        Money total,
        ZoneId zone,
        Instant transactedAt,
        boolean isVoid,
        Earning earning,
        String details,
        Instant createdAt,
        Instant updatedAt) {

    /** The points that it should have given: by its total, and none while it is void or nobody knows who bought. */
    public Points due() {
        return isVoid || profileId.isEmpty() ? Points.ZERO : earning.rate().earned(total);
    }

    /** What of the points that it should have given it has given. */
    public Points earned() {
        return due().min(earning.given());
    }

    /** What it gave too much, because it could not be taken back. */
    public Points shortfall() {
        return earning.given().minus(due()).max(Points.ZERO);
    }

    /** The same sale, having given this. */
    public Sale with(Earning after) {
        return new Sale(
                id,
                version,
                commit,
                profileId,
                externalId,
                redemptionId,
                total,
                zone,
                transactedAt,
                isVoid,
                after,
                details,
                createdAt,
                updatedAt);
    }

    /** With other details, which is no change of the sale. */
    public Sale withDetails(String newDetails, CommitId newCommit) {
        return new Sale(
                id,
                version + 1,
                newCommit,
                profileId,
                externalId,
                redemptionId,
                total,
                zone,
                transactedAt,
                isVoid,
                earning,
                newDetails,
                createdAt,
                updatedAt);
    }
}
