package bilby.simulation;

import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import bilby.wallet.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a client asks for. Amounts are in hundredths. */
sealed interface Command {

    /** Whom it is about; {@link Shop#NOBODY} where it is about nobody. */
    ProfileId profile();

    record IssueReward(
            ProfileId profile,
            long definition,
            long cents,
            Optional<Instant> issued,
            Optional<Instant> expires,
            Optional<String> externalId)
            implements Command {}

    record IssuePoints(
            ProfileId profile,
            long hundredths,
            Optional<Instant> issued,
            Optional<Instant> expires,
            Optional<String> externalId)
            implements Command {}

    record Redeem(ProfileId profile, long cents, List<LotKind> strategies, Optional<Boolean> strict, boolean isDryRun)
            implements Command {}

    record Return(ProfileId profile, long redemption, Optional<Long> cents, boolean isDryRun) implements Command {}

    record Reverse(ProfileId profile, long redemption) implements Command {}

    record Extend(ProfileId profile, List<Long> rewards, int days) implements Command {}

    record Adjust(
            ProfileId profile, LotId lot, Optional<Long> remaining, Optional<Instant> expires, Optional<Long> version)
            implements Command {}

    record Delete(ProfileId profile, long reward) implements Command {}

    record Sell(ProfileId profile, long cents, Optional<Long> redemption, Optional<String> externalId)
            implements Command {}

    record ChangeSale(ProfileId profile, long sale, Optional<Long> redemption, Optional<Long> cents, boolean isVoid)
            implements Command {}

    record DeleteSale(ProfileId profile, long sale) implements Command {}

    record Close(ProfileId profile, boolean isForced) implements Command {}

    record ReadBalances(ProfileId profile) implements Command {}

    /** No client's: the sweep comes by. */
    record Sweep(ProfileId profile) implements Command {}

    record Set(ProfileId profile, String setting, String value) implements Command {}

    default String name() {
        return getClass().getSimpleName();
    }

    /** Whether it changes nothing whatever its answer. */
    default boolean isRead() {
        return switch (this) {
            case Redeem redeem -> redeem.isDryRun();
            case Return undo -> undo.isDryRun();
            case ReadBalances _ -> true;
            default -> false;
        };
    }

    default boolean isAboutSales() {
        return this instanceof Sell || this instanceof ChangeSale || this instanceof DeleteSale;
    }

    /** The ids of the rewards, points and redemptions that it asks for. */
    default List<Long> named() {
        return switch (this) {
            case Return undo -> List.of(undo.redemption());
            case Reverse undo -> List.of(undo.redemption());
            case Extend extend -> extend.rewards();
            case Adjust adjust -> List.of(adjust.lot().id());
            case Delete delete -> List.of(delete.reward());
            default -> List.of();
        };
    }

    /** The id by which another system knows what is issued, for ever unique. */
    default Optional<String> ownName() {
        return switch (this) {
            case IssueReward issue -> issue.externalId().map("reward "::concat);
            case IssuePoints issue -> issue.externalId().map("points "::concat);
            default -> Optional.empty();
        };
    }
}
