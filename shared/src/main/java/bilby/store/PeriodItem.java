package bilby.store;

import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import java.time.LocalDateTime;

/** A definition's period as it is stored, among the definition's own attributes. */
final class PeriodItem {

    private PeriodItem() {}

    static Item put(Item item, Period period) {
        return item.put("period_type", period.type().word())
                .put("period", period.count())
                .putText("absolute_expiry", period.absoluteExpiry().map(LocalDateTime::toString));
    }

    static boolean isIn(Item item) {
        return item.has("period_type");
    }

    static Period read(Item item) {
        return new Period(
                PeriodType.of(item.text("period_type")).orElseThrow(),
                Math.toIntExact(item.number("period")),
                item.optionalText("absolute_expiry").map(LocalDateTime::parse));
    }
}
