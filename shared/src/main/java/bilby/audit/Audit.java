package bilby.audit;

import bilby.money.Money;
import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.redemption.Redemption;
import bilby.reward.Reward;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what is kept beside the ledger against what the ledger says: the first difference, if there is any. */
public final class Audit {

    private final Account account;

    public Audit(Account account) {
        this.account = account;
    }

    /** The wallet, against the fold of all entries up to its version. */
    public Optional<Difference> of(Wallet wallet) {
        Wallet folded = account.wallet();
        return first(List.of(
                differs("the wallet's version", wallet.version(), folded.version()),
                differs("the wallet's head", wallet.head(), folded.head()),
                differs("the time of the wallet's last entry", wallet.lastEntryAt(), folded.lastEntryAt()),
                differs("whether the wallet is open", wallet.isOpen(), folded.isOpen()),
                lots(wallet, folded),
                differs(
                        "the number of the wallet's lots",
                        wallet.lots().size(),
                        folded.lots().size())));
    }

    private static Optional<Difference> lots(Wallet wallet, Wallet folded) {
        return Stream.concat(folded.lots().stream(), wallet.lots().stream())
                .distinct()
                .flatMap(lot ->
                        differs("the wallet's lot " + lot.id(), wallet.lot(lot.id()), folded.lot(lot.id())).stream())
                .findFirst();
    }

    public Optional<Difference> of(IssuedLot said, Optional<Reward> found) {
        String name = "reward " + said.id().id();
        return found.isEmpty()
                ? missing(name)
                : first(List.of(
                        row(
                                name,
                                said,
                                found.get().profileId(),
                                found.get().span(),
                                found.get().definition()),
                        differs(
                                name + ": what it held at expiry",
                                found.get().heldAtExpiry(),
                                Money.ofCents(said.heldAtExpiry())),
                        differs(name + ": when it was extended", found.get().extendedAt(), said.extendedAt()),
                        differs(name + ": when it was deleted", found.get().deletedAt(), said.deletedAt())));
    }

    public Optional<Difference> ofPoints(IssuedLot said, Optional<PointGrant> found) {
        String name = "points " + said.id().id();
        return found.isEmpty()
                ? missing(name)
                : first(List.of(
                        row(
                                name,
                                said,
                                found.get().profileId(),
                                found.get().span(),
                                found.get().definition()),
                        differs(
                                name + ": what they held at expiry",
                                found.get().heldAtExpiry(),
                                Points.ofHundredths(said.heldAtExpiry()))));
    }

    private static Optional<Difference> row(
            String name, IssuedLot said, ProfileId owner, Span span, Object definition) {
        return first(List.of(
                differs(name + ": whose it is", owner, said.profileId()),
                differs(name + ": its span", span, said.span()),
                said.definition().flatMap(known -> differs(name + ": its definition", definition, known))));
    }

    public Optional<Difference> of(long id, RecordedRedemption said, Optional<Redemption> found) {
        String name = "redemption " + id;
        if (found.isEmpty()) {
            return missing(name);
        }
        Redemption row = found.get();
        return first(List.of(
                differs(
                        name + ": whose it is",
                        row.profileId(),
                        account.wallet().profileId()),
                differs(name + ": its type", row.type(), said.type()),
                differs(name + ": its entry", row.entryVersion(), said.entryVersion()),
                differs(name + ": its total", row.total(), said.total()),
                differs(name + ": what of it was returned", row.returned(), said.returned()),
                differs(name + ": what of it was forfeited", row.forfeited(), said.forfeited()),
                differs(name + ": whether it was reversed", row.isReversed(), said.isReversed()),
                differs(name + ": what it undoes", row.undoes(), said.undoes())));
    }

    private static Optional<Difference> missing(String name) {
        return Optional.of(new Difference(name + " is missing"));
    }

    private static Optional<Difference> differs(String what, Object found, Object said) {
        return found.equals(said)
                ? Optional.empty()
                : Optional.of(new Difference(what + " is " + shown(found) + ", and " + shown(said) + " by the ledger"));
    }

    private static String shown(Object value) {
        return value instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("nothing")
                : value.toString();
    }

    private static Optional<Difference> first(List<Optional<Difference>> differences) {
        return differences.stream().flatMap(Optional::stream).findFirst();
    }
}
