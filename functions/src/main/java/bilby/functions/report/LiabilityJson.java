package bilby.functions.report;

import bilby.functions.http.Json;
import bilby.money.ExchangeRate;
import bilby.money.Money;
import bilby.money.Points;
import bilby.report.Figure;
import bilby.report.Measure;
import bilby.report.Sums;
import bilby.setting.Settings;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is outstanding, by day and month of its expiry (docs/api.md §8). */
final class LiabilityJson {

    /** Of the days of so many months each is told, and of so many months their sums; what expires later is told as one. */
    private static final int MONTHS_OF_DAYS = 13;

    private static final int MONTHS = 120;

    private LiabilityJson() {}

    /** What of some value is left on a day: how many rewards and grants, and how much. */
    private static final class Total {
        private long rewards;
        private long cents;
        private long grants;
        private long hundredths;

        void add(Figure.Outstanding figure, long sum) {
            switch (figure.kind()) {
                case REWARD -> {
                    rewards += figure.measure() == Measure.COUNT ? sum : 0;
                    cents += figure.measure() == Measure.AMOUNT ? sum : 0;
                }
                case POINT -> {
                    grants += figure.measure() == Measure.COUNT ? sum : 0;
                    hundredths += figure.measure() == Measure.AMOUNT ? sum : 0;
                }
            }
        }

        ObjectNode into(ObjectNode json, ExchangeRate rate) {
            Points points = Points.ofHundredths(hundredths);
            Money dollars = rate.worth(points);
            json.putObject("rewards").put("count", rewards).set("value", Json.of(Money.ofCents(cents)));
            ObjectNode ofPoints = json.putObject("points").put("count", grants);
            ofPoints.set("points", Json.of(points));
            ofPoints.set("value", Json.of(dollars));
            json.set("value", Json.of(Money.ofCents(cents).plus(dollars)));
            return json;
        }
    }

    /** All whose last day is this date or a later one. */
    static ObjectNode of(LocalDate asOf, Sums sums, Settings settings) {
        Total all = new Total();
        Total never = new Total();
        Total later = new Total();
        Map<YearMonth, Total> months = new TreeMap<>();
        Map<LocalDate, Total> days = new TreeMap<>();
        YearMonth first = YearMonth.from(asOf);
        sums.all().forEach((figure, sum) -> {
            if (figure instanceof Figure.Outstanding outstanding
                    && outstanding.expires().filter(asOf::isAfter).isEmpty()) {
                all.add(outstanding, sum);
                Optional<YearMonth> month = outstanding.expires().map(YearMonth::from);
                if (month.isEmpty()) {
                    never.add(outstanding, sum);
                } else if (!month.get().isBefore(first.plusMonths(MONTHS))) {
                    later.add(outstanding, sum);
                } else {
                    months.computeIfAbsent(month.get(), key -> new Total()).add(outstanding, sum);
                }
                outstanding
                        .expires()
                        .filter(day -> YearMonth.from(day).isBefore(first.plusMonths(MONTHS_OF_DAYS)))
                        .ifPresent(day ->
                                days.computeIfAbsent(day, key -> new Total()).add(outstanding, sum));
            }
        });
        ExchangeRate rate = settings.exchangeRate();
        ObjectNode json = Json.object();
        json.put("as_of", asOf.toString());
        json.put("timezone", settings.zone().getId());
        json.put("currency", settings.currency());
        all.into(json, rate);
        ArrayNode byMonth = json.putArray("months");
        months.forEach((month, total) -> total.into(byMonth.addObject().put("month", month.toString()), rate));
        ArrayNode byDay = json.putArray("days");
        days.forEach((day, total) -> total.into(byDay.addObject().put("date", day.toString()), rate));
        later.into(json.putObject("later"), rate);
        never.into(json.putObject("never"), rate);
        return json;
    }
}
