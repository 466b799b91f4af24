package bilby.simulation;

import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one member owns and has ever owned, as the model keeps it.
 *
 * @param version how many entries there have been
 * @param last when the last one was
 */
record State(long version, Instant last, boolean isOpen, List<Lot> lots, List<Redemption> redemptions) {

    static final State EMPTY = new State(0, Instant.EPOCH, true, List.of(), List.of());

    /**
     * A reward or grant of points.
     *
     * @param remaining in hundredths; what has expired keeps it
     * @param isRecorded whether the sweep has been by since it expired, so that it stands in the wallet no more
     */
    record Lot(
            LotId id,
            long definition,
            Instant issued,
            Optional<Instant> expires,
            long remaining,
            boolean isRecorded,
            boolean isDeleted,
            boolean isExtended,
            boolean isGrace) {

        boolean isExpired(Instant now) {
            return expires.isPresent() && now.isAfter(expires.get());
        }

        boolean isActive(Instant now) {
            return remaining > 0 && !now.isBefore(issued) && !isExpired(now);
        }

        /** What of it stands in the wallet. */
        long inWallet() {
            return isRecorded ? 0 : remaining;
        }

        Lot holding(long hundredths) {
            return new Lot(id, definition, issued, expires, hundredths, false, isDeleted, isExtended, isGrace);
        }

        Lot until(Optional<Instant> end) {
            return new Lot(id, definition, issued, end, remaining, isRecorded, isDeleted, isExtended, isGrace);
        }

        Lot extended() {
            return new Lot(id, definition, issued, expires, remaining, isRecorded, isDeleted, true, isGrace);
        }

        Lot recorded() {
            return new Lot(id, definition, issued, expires, remaining, true, isDeleted, isExtended, isGrace);
        }

        Lot deleted() {
            return new Lot(id, definition, issued, expires, 0, false, true, isExtended, isGrace);
        }

        /** As the wallet writes it. */
        @Override
        public String toString() {
            return id + " " + remaining + " " + span();
        }

        String span() {
            return issued.getEpochSecond()
                    + ".."
                    + expires.map(at -> Long.toString(at.getEpochSecond())).orElse("");
        }
    }

    /** What a redemption took from one lot, in hundredths of it, and for how many cents. */
    record Burn(LotId lot, long hundredths, long cents) {}

    /**
     * A redemption, or the undoing of one, which cannot be undone.
     *
     * @param rate at which its points were taken
     * @param returned in cents
     */
    record Redemption(
            long id,
            Instant at,
            BigDecimal rate,
            List<Burn> burns,
            long returned,
            boolean isReversed,
            boolean isUndoing) {

        long total() {
            return burns.stream().mapToLong(Burn::cents).sum();
        }

        Redemption returned(long cents, boolean byReversal) {
            return new Redemption(id, at, rate, burns, returned + cents, byReversal, isUndoing);
        }
    }

    private static final Comparator<Lot> NEAREST_EXPIRY = Comparator.<Lot, Instant>comparing(
                    lot -> lot.expires().orElse(Instant.MAX))
            .thenComparing(Lot::issued)
            .thenComparingLong(lot -> lot.id().id())
            .thenComparing(lot -> lot.id().kind());

    Optional<Lot> lot(LotId id) {
        return lots.stream().filter(lot -> lot.id().equals(id)).findFirst();
    }

    Optional<Redemption> redemption(long id) {
        return redemptions.stream().filter(each -> each.id() == id).findFirst();
    }

    /** What stands in the wallet, the nearest expiry first, then by issue, then by id. */
    List<Lot> wallet() {
        return lots.stream()
                .filter(lot -> lot.inWallet() > 0)
                .sorted(NEAREST_EXPIRY)
                .toList();
    }

    /** What can be spent of one kind, in the order in which it must be. */
    List<Lot> spendable(LotKind kind, Instant now) {
        return wallet().stream()
                .filter(lot -> lot.id().kind() == kind && lot.isActive(now))
                .toList();
    }

    /** The balance of one kind, in hundredths. */
    long balance(LotKind kind, Instant now) {
        return spendable(kind, now).stream().mapToLong(Lot::remaining).sum();
    }

    /** After one more entry. */
    State moved(Instant now) {
        return new State(version + 1, now, isOpen, lots, redemptions);
    }

    State closed() {
        return new State(version, last, false, lots.stream().map(Lot::deleted).toList(), redemptions);
    }

    /** With a lot in the place of the one with its id, or besides. */
    State with(Lot changed) {
        List<Lot> all = new ArrayList<>(lots);
        all.removeIf(lot -> lot.id().equals(changed.id()));
        all.add(changed);
        return new State(version, last, isOpen, List.copyOf(all), redemptions);
    }

    State with(Redemption changed) {
        List<Redemption> all = new ArrayList<>(redemptions);
        all.removeIf(each -> each.id() == changed.id());
        all.add(changed);
        return new State(version, last, isOpen, lots, List.copyOf(all));
    }
}
