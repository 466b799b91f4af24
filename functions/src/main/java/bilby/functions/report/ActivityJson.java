package bilby.functions.report;

import bilby.functions.http.Json;
import bilby.report.Figure;
import bilby.report.Flow;
import bilby.report.Measure;
import bilby.report.Recent;
import bilby.report.Sums;
import bilby.setting.Settings;
import bilby.wallet.LotKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What moved day by day, the days without any left out, and the latest movements (docs/api.md §8). */
final class ActivityJson {

    private ActivityJson() {}

    /** @param today what was to expire before it has expired, be that recorded or not */
    static ObjectNode of(
            LocalDate from, LocalDate to, LocalDate today, Sums sums, List<Recent> latest, Settings settings) {
        Sums total = new Sums();
        ArrayNode days = Json.array();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Sums ofDay = ofDay(sums, day, today);
            if (!ofDay.all().isEmpty()) {
                days.add(flows(Json.object().put("date", day.toString()), ofDay, day));
            }
            LocalDate counted = day;
            ofDay.all().forEach((figure, sum) -> total.add(on(figure, counted, from), sum));
        }
        ObjectNode json = Json.object();
        json.put("from", from.toString());
        json.put("to", to.toString());
        json.put("timezone", settings.zone().getId());
        json.put("currency", settings.currency());
        json.set("total", flows(Json.object(), total, from));
        json.set("days", days);
        ArrayNode movements = json.putArray("latest");
        latest.stream().map(ActivityJson::movement).forEach(movements::add);
        return json;
    }

    private static Sums ofDay(Sums sums, LocalDate day, LocalDate today) {
        Sums ofDay = new Sums();
        for (LotKind kind : LotKind.values()) {
            for (Measure measure : Measure.values()) {
                for (Flow flow : Flow.values()) {
                    Figure.Moved figure = new Figure.Moved(kind, day, flow, measure);
                    ofDay.add(figure, sums.get(figure));
                }
                if (day.isBefore(today)) {
                    ofDay.add(
                            new Figure.Moved(kind, day, Flow.EXPIRED, measure),
                            sums.get(new Figure.Outstanding(kind, Optional.of(day), measure)));
                }
            }
        }
        return ofDay;
    }

    /** The same figure of another day. */
    private static Figure on(Figure figure, LocalDate day, LocalDate other) {
        return figure instanceof Figure.Moved(LotKind kind, LocalDate its, Flow flow, Measure measure)
                        && its.equals(day)
                ? new Figure.Moved(kind, other, flow, measure)
                : figure;
    }

    private static ObjectNode flows(ObjectNode json, Sums sums, LocalDate day) {
        ObjectNode rewards = json.putObject("rewards");
        ObjectNode points = json.putObject("points");
        for (Flow flow : Flow.values()) {
            Function<LotKind, Function<Measure, Long>> sum =
                    kind -> measure -> sums.get(new Figure.Moved(kind, day, flow, measure));
            ObjectNode ofRewards = rewards.putObject(flow.word());
            ofRewards.put("count", sum.apply(LotKind.REWARD).apply(Measure.COUNT));
            ofRewards.set("value", hundredths(sum.apply(LotKind.REWARD).apply(Measure.AMOUNT)));
            ObjectNode ofPoints = points.putObject(flow.word());
            ofPoints.put("count", sum.apply(LotKind.POINT).apply(Measure.COUNT));
            ofPoints.set("points", hundredths(sum.apply(LotKind.POINT).apply(Measure.AMOUNT)));
            if (flow == Flow.REDEEMED || flow == Flow.RETURNED || flow == Flow.REVERSED) {
                ofPoints.set("value", hundredths(sum.apply(LotKind.POINT).apply(Measure.DOLLARS)));
            }
        }
        return json;
    }

    private static ObjectNode movement(Recent recent) {
        ObjectNode json = Json.object();
        json.put("id", recent.version());
        json.put("profile_id", recent.profileId().toString());
        json.put("action", recent.action().word());
        json.set("dollar_value", hundredths(recent.rewards()));
        json.set("point_value", hundredths(recent.points()));
        json.set("created_at", Json.of(recent.at()));
        return json;
    }

    /** An amount, which can be less than nothing. */
    private static JsonNode hundredths(long hundredths) {
        return Json.number(BigDecimal.valueOf(hundredths, 2));
    }
}
