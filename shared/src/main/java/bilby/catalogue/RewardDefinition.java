package bilby.catalogue;

import bilby.money.Money;
import bilby.wallet.CommitId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What rewards are issued by.
 *
 * @param handle a unique name for programs
 * @param value what a reward of it holds, unless its issue says otherwise
 * @param maxValue the most that one issued reward may hold
 * @param window when rewards may be issued
 * @param isPublished whether members are shown it, and birthdays issue it
 * @param isAssignable whether it may be issued by itself, as on birthdays
 * @param isExtendable whether a reward of it may be extended
 * @param details JSON: the fields that Bilby keeps as sent and does nothing with
 * @param createdAt in whole seconds, as {@code updatedAt}
 */
public record RewardDefinition(
        long id,
        long version,
        CommitId commit,
        String name,
        String handle,
        RewardType type,
        Money value,
        Optional<Money> maxValue,
        Period period,
        Window window,
        boolean isPublished,
        boolean isAssignable,
        boolean isExtendable,
        String details,
        Instant createdAt,
        Instant updatedAt)
        implements Definition {

    /**
     * From when to when rewards may be issued, on the wall-clock of the reward's own zone; both ends belong to it.
     * Without an end it is open on that side.
     */
    public record Window(Optional<LocalDateTime> startsAt, Optional<LocalDateTime> endsAt) {
        public boolean includes(LocalDateTime issuedAt) {
            return startsAt.filter(issuedAt::isBefore).isEmpty()
                    && endsAt.filter(issuedAt::isAfter).isEmpty();
        }
    }
}
