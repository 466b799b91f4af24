package bilby.redemption;

import bilby.money.Money;
import bilby.wallet.ProfileId;
import java.time.Instant;
import java.util.Optional;

/**
 * What was asked for and what it came to. The lots that it took from stand in the ledger's entry, and nowhere else.
 *
 * @param version of this row: 1, 2, 3… with each change; the wallet counts its own
 * @param entryVersion the version of the entry that holds its lines
 * @param total what was spent
 * @param requested what was asked for
 * @param returned what of the total has been undone so far, by returns or by a reversal
 * @param forfeited of a return or reversal: what of its total came back to nobody
 * @param isReversed whether it has been undone by a reversal
 * @param undoes of a return or reversal: the redemption that it undoes
 * @param saleId the sale that it paid for
 */
public record Redemption(
        long id,
        long version,
        ProfileId profileId,
        RedemptionType type,
        long entryVersion,
        Money total,
        Money requested,
        Money returned,
        Money forfeited,
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
            Optional<String> meta) {

        Reference withoutMeta() {
            return new Reference(locationId, transactionExternalId, transactionReceiptRef, Optional.empty());
        }
    }

    /** What can still be returned. */
    public Money left() {
        return total.minus(returned);
    }

    /** Tied to the sale that it paid for, or to none. */
    public Redemption paidFor(Optional<Long> sale, Instant now) {
        return changed(returned, isReversed, sale, reference, now);
    }

    /** After a return of so much. */
    public Redemption returned(Money amount, Instant now) {
        return changed(returned.plus(amount), isReversed, saleId, reference, now);
    }

    /** After its reversal, which undoes all that was left of it. A sale that it paid for keeps it. */
    public Redemption reversed(Instant now) {
        return changed(total, true, saleId, reference, now);
    }

    /** Without what a person may have been told of by: what names the sale stays. */
    public Redemption erased() {
        return changed(returned, isReversed, saleId, reference.withoutMeta(), updatedAt);
    }

    private Redemption changed(
            Money nowReturned, boolean nowReversed, Optional<Long> sale, Reference nowReference, Instant now) {
        return new Redemption(
                id,
                version + 1,
                profileId,
                type,
                entryVersion,
                total,
                requested,
                nowReturned,
                forfeited,
                nowReversed,
                undoes,
                sale,
                nowReference,
                createdAt,
                now);
    }
}
