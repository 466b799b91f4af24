package bilby.birthday;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * That a member has had the reward of one definition for the birthday of one year.
 *
 * @param celebrated the date of the birthday
 * @param part the name of the part that issued it
 */
public record BirthdayClaim(LocalDate celebrated, long rewardId, String part) {

    /** Two birthdays of one member are of two years, and so many days apart, whatever is corrected or set meanwhile. */
    private static final int APART = 300;

    /**
     * How far ahead of a birthday another one can have been issued, in days: both settings, of days before and of days to
     * catch up, are 60 at most.
     */
    private static final int AHEAD = 125;

    /** The years whose claims can stand in the way of a birthday that is celebrated on this date. */
    public static IntStream yearsAround(LocalDate celebrated) {
        return IntStream.rangeClosed(
                celebrated.minusDays(APART - 1L).getYear(),
                celebrated.plusDays(AHEAD).getYear());
    }

    /** What this makes of another part's birthday, if it stands in its way. */
    public Optional<BirthdayOutcome> inTheWayOf(BirthdayPart other) {
        if (celebrated.equals(other.celebrated())) {
            return Optional.of(part.equals(other.name()) ? BirthdayOutcome.ISSUED : BirthdayOutcome.ELSEWHERE);
        }
        boolean isNear = celebrated.getYear() == other.celebrated().getYear()
                || Math.abs(ChronoUnit.DAYS.between(celebrated, other.celebrated())) < APART;
        return isNear ? Optional.of(BirthdayOutcome.ALREADY_HAD) : Optional.empty();
    }
}
