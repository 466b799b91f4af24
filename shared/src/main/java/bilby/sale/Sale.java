package bilby.sale;

import bilby.money.Money;
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
        String details,
        Instant createdAt,
        Instant updatedAt) {

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
                newDetails,
                createdAt,
                updatedAt);
    }
}
