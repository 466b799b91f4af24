package bilby.redemption;

import bilby.money.Money;
import bilby.wallet.ProfileId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was asked for and what it came to. The lots that it took from stand in the ledger's entry, and nowhere else.
 *
 * @param entryVersion the version of the entry that holds its lines
 * @param total what was spent
 * @param requested what was asked for
 * @param returned what of the total has been given back so far
 * @param isReversed whether it has been undone by a reversal
 * @param undoes of a return or reversal: the redemption that it undoes
 * @param saleId the sale that it paid for
 */
public record Redemption(
        long id,
        ProfileId profileId,
        RedemptionType type,
        long entryVersion,
        Money total,
        Money requested,
        Money returned,
        boolean isReversed,
        Optional<Long> undoes,
        Optional<Long> saleId,
        Reference reference,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * What the till said of the sale, kept as sent: it links nothing by itself.
     *
     * @param meta JSON, kept as sent
     */
    public record Reference(
            Optional<String> locationId,
            Optional<String> transactionExternalId,
            Optional<String> transactionReceiptRef,
            Optional<String> meta) {}

    /** Tied to the sale that it paid for, or to none. */
    public Redemption paidFor(Optional<Long> sale, Instant now) {
        return new Redemption(
                id,
                profileId,
                type,
                entryVersion,
                total,
                requested,
                returned,
                isReversed,
                undoes,
                sale,
                reference,
                createdAt,
                now);
    }
}
