package bilby.point;

import bilby.catalogue.Source;
import bilby.money.Points;
import bilby.wallet.DefinitionRef;
import bilby.wallet.LotId;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.util.Optional;

/**
 * A grant of points as it was issued. What is left of it is its lot's in the wallet while the lot is open.
 *
 * @param version of this row: 1, 2, 3… with each change; the wallet counts its own
 * @param definition the definition as it stood at issue
 * @param heldAtExpiry what it held when it expired, once that is recorded; nothing until then
 * @param accruedAt when the points were earned, if the client says it: it is kept, and nothing follows from it
 * @param externalId the id that another system gave it, unique
 * @param meta JSON, kept as sent
 * @param source why it was issued, where it was not asked for through the API
 */
public record PointGrant(
        long id,
        long version,
        ProfileId profileId,
        DefinitionRef definition,
        Points valueInitial,
        Points heldAtExpiry,
        Span span,
        Optional<Instant> accruedAt,
        Optional<String> description,
        Optional<String> externalId,
        Optional<String> meta,
        Optional<Source> source,
        Instant createdAt,
        Instant updatedAt) {

    public LotId lotId() {
        return LotId.points(id);
    }

    /** What is left of it; of an expired grant, what it held when it expired. */
    public Points remaining(Wallet wallet) {
        return wallet.lot(lotId()).map(lot -> lot.points()).orElse(heldAtExpiry);
    }

    public PointStatus status(Wallet wallet, Instant now) {
        if (remaining(wallet).equals(Points.ZERO)) {
            return PointStatus.SPENT;
        }
        if (span.isExpired(now)) {
            return PointStatus.EXPIRED;
        }
        return span.includes(now) ? PointStatus.ACTIVE : PointStatus.PENDING;
    }

    /** As a PUT leaves it. Its lot holds what it holds from now on, so nothing is recorded beside it. */
    public PointGrant adjusted(
            Points newInitial, Span newSpan, Optional<String> newDescription, Optional<String> newMeta, Instant now) {
        return changed(newInitial, Points.ZERO, newSpan, newDescription, newMeta, now);
    }

    /**
     * As the sale that gave it leaves it, when it gives more or takes back. Its lot holds what it holds from now on.
     *
     * @param given what the sale has given by now
     */
    public PointGrant changedBySale(Points given, Instant now) {
        return changed(valueInitial.max(given), Points.ZERO, span, description, meta, now);
    }

    /** With its expiry recorded: its lot is closed, and this says what it held. That is no change of the grant. */
    public PointGrant expired(Points held) {
        return changed(valueInitial, held, span, description, meta, updatedAt);
    }

    /** Without what a person may have been told of by. */
    public PointGrant erased() {
        return new PointGrant(
                id,
                version + 1,
                profileId,
                definition,
                valueInitial,
                heldAtExpiry,
                span,
                accruedAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                source,
                createdAt,
                updatedAt);
    }

    private PointGrant changed(
            Points newInitial,
            Points newHeld,
            Span newSpan,
            Optional<String> newDescription,
            Optional<String> newMeta,
            Instant newUpdated) {
        return new PointGrant(
                id,
                version + 1,
                profileId,
                definition,
                newInitial,
                newHeld,
                newSpan,
                accruedAt,
                newDescription,
                externalId,
                newMeta,
                source,
                createdAt,
                newUpdated);
    }
}
