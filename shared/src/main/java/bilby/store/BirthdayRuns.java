package bilby.store;

import bilby.birthday.BirthdayOutcome;
import bilby.birthday.BirthdayPart;
import bilby.birthday.BirthdayRun;
import bilby.birthday.PartReport;
import bilby.birthday.Watermark;
import bilby.wallet.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How far birthdays have been planned, and what came of them: rows of the jobs. A run has a row for each lot of parts that
 * was asked for, and one for each stretch of a part that was done; a message that comes twice puts the same rows.
 */
public final class BirthdayRuns {

    private static final String JOB = "birthdays";
    private static final String RUNS = "birthday-runs";
    private static final String PLANNED = "planned#";
    private static final String DONE = "done#";

    private final Table table;

    BirthdayRuns(String table) {
        this.table = new Table(table, "job");
    }

    public Key<Watermark> watermark() {
        return table.row(
                JOB,
                "watermark",
                item -> new Watermark(
                        item.number("version"), item.instant("planned_to"), (int) item.number("days_before")));
    }

    /** The watermark over the version before it, or where there is none. */
    public Change save(Watermark watermark) {
        Item item = row(JOB, "watermark")
                .put("version", watermark.version())
                .put("planned_to", watermark.plannedTo())
                .put("days_before", watermark.daysBefore());
        return watermark.version() == 1
                ? Change.added(watermark(), item, table.add(item, Write.Refusal.STALE))
                : Change.replaced(watermark(), item, table.replace(item, watermark.version() - 1));
    }

    /** That parts of one date, which one beginning of a day brought on, have been asked for. */
    public Change planned(BirthdayPart one, int parts, Instant now) {
        String date = one.celebrated().toString();
        String row = PLANNED + one.begun() + "#" + one.look().word();
        return Change.put(
                table.row(job(one.celebrated()), row, item -> item),
                List.of(
                        table.put(row(RUNS, date)),
                        table.put(row(job(one.celebrated()), row)
                                .put("parts", parts)
                                .put("planned_at", now))));
    }

    /** What came of a stretch of a part. */
    public Change done(BirthdayPart part, PartReport report) {
        String row = DONE + part.name() + nameOf(part.extent());
        List<String> problems = report.problems().stream()
                .map(problem -> problem.profileId() + " " + problem.definitionId() + " "
                        + problem.outcome().word())
                .toList();
        Item item = row(job(part.celebrated()), row)
                .put("over", report.isDone())
                .put("problems", problems)
                .put("updated_at", report.updatedAt());
        report.counts().forEach((outcome, count) -> item.put(outcome.word(), count));
        return Change.put(table.row(job(part.celebrated()), row, read -> read), List.of(table.put(item)));
    }

    private static String nameOf(BirthdayPart.Extent extent) {
        return switch (extent) {
            case BirthdayPart.Extent.From(int place, Optional<ProfileId> after) ->
                "#" + place + after.map(id -> "#" + id).orElse("");
            case BirthdayPart.Extent.Only(long definitionId, List<ProfileId> members) ->
                "#only#" + definitionId + "#" + members.getFirst();
        };
    }

    List<LocalDate> dates(Finder finder) {
        return finder.ofJob(table.name(), RUNS)
                .map(item -> LocalDate.parse(item.text("row")))
                .toList();
    }

    Optional<BirthdayRun> run(Finder finder, LocalDate date) {
        long planned = 0;
        Optional<Instant> plannedAt = Optional.empty();
        List<PartReport> reports = new ArrayList<>();
        for (Item item : (Iterable<Item>) finder.ofJob(table.name(), job(date))::iterator) {
            if (item.text("row").startsWith(PLANNED)) {
                planned += item.number("parts");
                Instant at = item.instant("planned_at");
                plannedAt = plannedAt.filter(at::isAfter).or(() -> Optional.of(at));
            } else {
                reports.add(report(item));
            }
        }
        long parts = planned;
        return plannedAt.map(first -> new BirthdayRun(date, parts, first, reports));
    }

    private static PartReport report(Item item) {
        Map<BirthdayOutcome, Long> counts = new EnumMap<>(BirthdayOutcome.class);
        for (BirthdayOutcome outcome : BirthdayOutcome.values()) {
            item.optionalNumber(outcome.word()).ifPresent(count -> counts.put(outcome, count));
        }
        return new PartReport(
                item.flag("over"),
                counts,
                item.texts("problems").stream().map(BirthdayRuns::problem).toList(),
                item.instant("updated_at"));
    }

    private static PartReport.Problem problem(String text) {
        String[] words = text.split(" ", -1);
        return new PartReport.Problem(
                ProfileId.of(words[0]),
                Long.parseLong(words[1]),
                BirthdayOutcome.valueOf(words[2].toUpperCase(Locale.ROOT)));
    }

    private static String job(LocalDate date) {
        return "birthday-run#" + date;
    }

    private static Item row(String job, String row) {
        return Item.with("job", job).put("row", row);
    }
}
