package bilby.reward;

import bilby.catalogue.Source;
import bilby.money.Money;
import bilby.wallet.DefinitionRef;
import bilby.wallet.LotId;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A reward as it was issued. What is left of it is its lot's in the wallet while the lot is open.
 *
 * @param version of this row: 1, 2, 3… with each change; the wallet counts its own
 * @param zone the zone whose wall-clock its times were given in
 * @param definition the definition as it stood at issue
 * @param heldAtExpiry what it held when it expired, once that is recorded; nothing until then
 * @param extendedAt when its life was extended, which can be done once
 * @param externalId the id that another system gave it, unique
 * @param meta JSON, kept as sent
 * @param source why it was issued, where it was not asked for through the API
 * @param deletedAt a deleted reward is kept for the ledger's sake, and is not shown
 */
public record Reward(
        long id,
        long version,
        ProfileId profileId,
        ZoneId zone,
        DefinitionRef definition,
        Money valueInitial,
        Money heldAtExpiry,
        Span span,
        Optional<Instant> extendedAt,
        Optional<String> externalId,
        Optional<String> meta,
        Optional<Source> source,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> deletedAt) {

    public LotId lotId() {
        return LotId.reward(id);
    }

    public boolean isDeleted() {
        return deletedAt.isPresent();
    }

    /** What is left of it; of an expired reward, what it held when it expired. */
    public Money remaining(Wallet wallet) {
        return wallet.lot(lotId()).map(lot -> lot.money()).orElse(heldAtExpiry);
    }

    /** Whether it can be spent: issued, not expired, something remaining. */
    public boolean isActive(Wallet wallet, Instant now) {
        return span.includes(now) && remaining(wallet).isPositive();
    }

    /** As a PUT leaves it. Its lot holds what it holds from now on, so nothing is recorded beside it. */
    public Reward adjusted(Money newInitial, Span newSpan, Optional<String> newMeta, Instant now) {
        return changed(newInitial, Money.ZERO, newSpan, extendedAt, newMeta, now, deletedAt);
    }

    public Reward extended(Instant expiresAt, Instant now) {
        return changed(valueInitial, heldAtExpiry, span.until(expiresAt), Optional.of(now), meta, now, deletedAt);
    }

    /** With its expiry recorded: its lot is closed, and this says what it held. That is no change of the reward. */
    public Reward expired(Money held) {
        return changed(valueInitial, held, span, extendedAt, meta, updatedAt, deletedAt);
    }

    public Reward deleted(Instant now) {
        return changed(valueInitial, heldAtExpiry, span, extendedAt, meta, now, Optional.of(now));
    }

    /** Without what a person may have been told of by. */
    public Reward erased() {
        return new Reward(
                id,
                version + 1,
                profileId,
                zone,
                definition,
                valueInitial,
                heldAtExpiry,
                span,
                extendedAt,
                Optional.empty(),
                Optional.empty(),
                source,
                createdAt,
                updatedAt,
                deletedAt);
    }

    private Reward changed(
            Money newInitial,
            Money newHeld,
            Span newSpan,
            Optional<Instant> newExtended,
            Optional<String> newMeta,
            Instant newUpdated,
            Optional<Instant> newDeleted) {
        return new Reward(
                id,
                version + 1,
                profileId,
                zone,
                definition,
                newInitial,
                newHeld,
                newSpan,
                newExtended,
                externalId,
                newMeta,
                source,
                createdAt,
                newUpdated,
                newDeleted);
    }
}
