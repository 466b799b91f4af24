package bilby.catalogue;

import bilby.time.Validity;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How long what is issued by a definition lasts.
 *
 * @param count from 1 to the type's longest; of no effect with an absolute date
 * @param absoluteExpiry the last second, on the wall-clock of whoever gets it; there if the type is an absolute date
 */
public record Period(PeriodType type, int count, Optional<LocalDateTime> absoluteExpiry) {

    public Validity validity() {
        return switch (type) {
            case HOURS -> new Validity.Hours(count);
            case DAYS -> new Validity.Lasting(count, ChronoUnit.DAYS);
            case WEEKS -> new Validity.Lasting(count, ChronoUnit.WEEKS);
            case MONTHS -> new Validity.Lasting(count, ChronoUnit.MONTHS);
            case YEARS -> new Validity.Lasting(count, ChronoUnit.YEARS);
            case ABSOLUTE_WEEK -> new Validity.ToEndOfWeek(count);
            case ABSOLUTE_MONTH -> new Validity.ToEndOfMonth(count);
            case ABSOLUTE_DATE -> new Validity.ToDate(absoluteExpiry.orElseThrow());
        };
    }
}
