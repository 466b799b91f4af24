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
 * @param definition the definition that it was issued by
 * @param initial what it held at first, in hundredths
 * @param span as it is by now
 * @param heldAtExpiry what it held when its expiry was recorded, unless it was adjusted since, in hundredths
 * @param extendedAt when it was extended
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
        boolean isDeleted,
        Optional<Long> graceOf,
        Instant issuedAt) {

    static IssuedLot first(Line line, Entry entry, ProfileId profileId) {
        return new IssuedLot(
                line.lot(),
                profileId,
                line.definition().or(entry::definition),
                line.remaining(),
                line.span().orElseThrow(),
                0,
                Optional.empty(),
                false,
                entry.subject() instanceof Subject.OfUndoing undoing ? Optional.of(undoing.id()) : Optional.empty(),
                entry.at());
    }

    IssuedLot after(Line line, Entry entry) {
        boolean isAboutIt = entry.subject().equals(Subject.of(id));
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
                isDeleted || (entry.action() == Action.DELETE && isAboutIt),
                graceOf,
                issuedAt);
    }
}
