package bilby.birthday;

import bilby.catalogue.RewardDefinition;
import bilby.profile.Profile;
import bilby.setting.Settings;
import bilby.time.WallClock;
import bilby.wallet.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Whether a part issues a member the reward of a definition. */
public sealed interface Verdict {

    /** It is due. */
    record Due(ZoneId zone, Span span) implements Verdict {}

    /** It is not. */
    record Not(BirthdayOutcome outcome) implements Verdict {}

    /**
     * The verdict on a member.
     *
     * @param claims what the member has had by the definition in the year of the birthday, the one before and the one after
     */
    static Verdict of(
            BirthdayPart part,
            Profile profile,
            RewardDefinition definition,
            List<BirthdayClaim> claims,
            Settings settings,
            Instant now) {
        if (BirthdayPlace.of(profile).filter(part.places()::contains).isEmpty()) {
            return new Not(BirthdayOutcome.ELSEWHERE);
        }
        Optional<BirthdayOutcome> had = claims.stream()
                .flatMap(claim -> claim.inTheWayOf(part).stream())
                .findFirst();
        if (had.isPresent()) {
            return new Not(had.get());
        }
        ZoneId zone = profile.zone().orElse(part.zoneOfOthers());
        LocalDate entered = LocalDate.ofInstant(profile.birthdaySince().orElse(profile.createdAt()), zone);
        if (entered.plusDays(settings.birthdayLateEntryDays()).isAfter(part.issued())) {
            return new Not(BirthdayOutcome.LATE_ENTRY);
        }
        LocalDateTime issued = part.issued().atStartOfDay(zone).toLocalDateTime();
        if (!definition.window().includes(issued)) {
            return new Not(BirthdayOutcome.OUTSIDE_WINDOW);
        }
        Span span = Span.of(
                WallClock.instant(issued, zone),
                WallClock.instant(definition.period().validity().expiry(issued), zone));
        return span.isExpired(now) ? new Not(BirthdayOutcome.OVER) : new Due(zone, span);
    }
}
