package bilby.audit;

import bilby.wallet.Action;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Entry;
import bilby.wallet.Line;
import bilby.wallet.LotId;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import bilby.wallet.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * What the ledger says of one reward or grant of points.
 *
 * @param definition the definition that it was issued by, where an entry says it
 * @param initial what it held at first, in hundredths
 * @param span as it is by now
 * @param heldAtExpiry what it held when its expiry was recorded, unless it was adjusted since, in hundredths
 * @param extendedAt when it was extended
 * @param deletedAt when it was deleted
 * @param graceOf the return or reversal that it came of
 */
public record IssuedLot(
        LotId id,
        ProfileId profileId,
        Optional<DefinitionRef> definition,
        long initial,
        Span span,
        long heldAtExpiry,
        Optional<Instant> extendedAt,
        Optional<Instant> deletedAt,
        Optional<Long> graceOf,
        Instant issuedAt) {

    static IssuedLot first(Line line, Span span, Entry entry, ProfileId profileId) {
        return new IssuedLot(
                line.lot(),
                profileId,
                line.definition().or(entry::definition),
                line.remaining(),
                span,
                0,
                Optional.empty(),
                Optional.empty(),
                entry.subject() instanceof Subject.OfUndoing undoing ? Optional.of(undoing.id()) : Optional.empty(),
                entry.at());
    }

    /** Whether value can go back to it. */
    boolean lives(Instant now) {
        return deletedAt.isEmpty() && !span.isExpired(now);
    }

    IssuedLot after(Line line, Entry entry) {
        boolean isDeletion = entry.action() == Action.DELETE && entry.subject().equals(Subject.of(id));
        return new IssuedLot(
                id,
                profileId,
                definition,
                initial,
                line.span().orElse(span),
                switch (entry.action()) {
                    case EXPIRE -> -line.change();
                    case ADJUST -> 0;
                    default -> heldAtExpiry;
                },
                entry.action() == Action.EXTEND ? Optional.of(entry.at()) : extendedAt,
                isDeletion ? Optional.of(entry.at()) : deletedAt,
                graceOf,
                issuedAt);
    }
}
