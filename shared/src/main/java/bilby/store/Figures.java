package bilby.store;

import bilby.report.Figure;
import bilby.report.Recent;
import bilby.report.Sums;
import bilby.report.Tally;
import bilby.wallet.Action;
import bilby.wallet.Hash;
import bilby.wallet.Lot;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The figures of the reports: rows of the jobs. They are added to, never put, and each stands in {@value #SHARDS} copies whose
 * sum it is: a member's movements go to one of them, so that no item takes those of all.
 */
public final class Figures {

    /** One takes some 250 movements a second. */
    static final int SHARDS = 8;

    private static final String JOB = "report#";
    private static final String TALLY = "tally";
    private static final String LATEST = "latest#";

    /** Stands after all names that begin alike. */
    private static final String END = "~";

    /** Of DynamoDB's 100 actions, less the tally and the latest movements. */
    private static final int MOST_ITEMS = 75;

    private static final int MOST_LATEST = 20;

    private final Table table;

    Figures(String table) {
        this.table = new Table(table, "job");
    }

    public Key<Tally> tally(ProfileId profileId) {
        return table.row("tally#" + profileId, TALLY, Figures::readTally);
    }

    /**
     * Adds as much of what is pending as one commit can, and keeps the rest for the next.
     *
     * @param next the tally after the one that was read
     * @param latest movements that are to be told among the latest; of many the last
     */
    public Change add(Tally next, List<Recent> latest) {
        Map<String, Map<String, Long>> items = new LinkedHashMap<>();
        Set<Figure> added = new HashSet<>();
        next.pending().forEach((figure, more) -> {
            FigureName name = FigureName.of(figure);
            if (items.size() < MOST_ITEMS || items.containsKey(name.row())) {
                items.computeIfAbsent(name.row(), row -> new HashMap<>()).put(name.attribute(), more);
                added.add(figure);
            }
        });
        Item tally = item(next.added(added));
        Key<Tally> key = tally(next.profileId());
        Change change = next.version() == 1
                ? Change.added(key, tally, table.add(tally, Write.Refusal.STALE))
                : Change.replaced(key, tally, table.replace(tally, next.version() - 1));
        String job = job(next.profileId());
        for (Map.Entry<String, Map<String, Long>> item : items.entrySet()) {
            change = change.with(table.addTo(table.row(job, item.getKey(), read -> read), item.getValue()));
        }
        for (Recent recent : latest.subList(Math.max(0, latest.size() - MOST_LATEST), latest.size())) {
            change = change.with(table.put(item(job, recent)));
        }
        return change;
    }

    /** All that is outstanding, and what moved from one day to another, both included. */
    Sums between(Finder finder, LocalDate from, LocalDate to) {
        Sums sums = new Sums();
        shards().forEach(job -> {
            add(finder.ofJobBetween(table.name(), job, FigureName.activity(from), FigureName.activity(to)), sums);
            add(outstanding(finder, job), sums);
        });
        return sums;
    }

    /** All that is outstanding. */
    Sums outstanding(Finder finder) {
        Sums sums = new Sums();
        shards().forEach(job -> add(outstanding(finder, job), sums));
        return sums;
    }

    private Stream<Item> outstanding(Finder finder, String job) {
        return finder.ofJobBetween(table.name(), job, FigureName.OUTSTANDING, FigureName.OUTSTANDING + END);
    }

    private static void add(Stream<Item> items, Sums sums) {
        items.forEach(item -> item.names()
                .filter(name -> !name.equals("job") && !name.equals("row"))
                .forEach(name -> sums.add(new FigureName(item.text("row"), name).figure(), item.number(name))));
    }

    /** The latest movements of all members, the latest first; what is kept no longer is not among them. */
    List<Recent> latest(Finder finder, Instant now, int most) {
        return shards().flatMap(job -> finder.lastOfJobBetween(table.name(), job, LATEST, LATEST + END, most)
                        .map(Figures::readRecent))
                .filter(recent -> recent.isKept(now))
                .sorted(Recent.LATEST_FIRST)
                .limit(most)
                .toList();
    }

    private static String job(ProfileId profileId) {
        return JOB + Math.floorMod(profileId.toString().hashCode(), SHARDS);
    }

    private static Stream<String> shards() {
        return IntStream.range(0, SHARDS).mapToObj(shard -> JOB + shard);
    }

    private static Item item(Tally tally) {
        Wallet wallet = tally.wallet();
        List<String> pending = new ArrayList<>();
        tally.pending().forEach((figure, more) -> {
            FigureName name = FigureName.of(figure);
            pending.add(name.row() + " " + name.attribute() + " " + more);
        });
        return Item.with("job", "tally#" + tally.profileId())
                .put("row", TALLY)
                .put("version", tally.version())
                .put("profile_id", tally.profileId().toString())
                .put("counted", wallet.version())
                .put("head", wallet.head().hex())
                .put("last_entry_at", wallet.lastEntryAt())
                .put("open", wallet.isOpen())
                .put("zone", tally.zone().getId())
                .put("lots", packed(wallet.lots().stream().map(Lot::toString).toList()))
                .put("pending", packed(pending));
    }

    private static Tally readTally(Item item) {
        ProfileId profileId = ProfileId.of(item.text("profile_id"));
        Wallet wallet = new Wallet(
                profileId,
                item.number("counted"),
                new Hash(item.text("head")),
                item.instant("last_entry_at"),
                item.flag("open"),
                unpacked(item, "lots").map(Lot::parse).toList());
        Map<Figure, Long> pending = new HashMap<>();
        for (String text : unpacked(item, "pending").toList()) {
            String[] words = text.split(" ", -1);
            pending.put(new FigureName(words[0], words[1]).figure(), Long.valueOf(words[2]));
        }
        return new Tally(profileId, item.number("version"), wallet, ZoneId.of(item.text("zone")), pending);
    }

    /** A large wallet and all that is pending of it fit one item only so. */
    private static byte[] packed(List<String> texts) {
        return Compressed.of(String.join("\n", texts));
    }

    private static Stream<String> unpacked(Item item, String name) {
        return item.optionalBytes(name).map(Compressed::text).orElse("").lines();
    }

    /** Rows stand in the order of their names: the second has as many digits for as long as this is used. */
    private static Item item(String job, Recent recent) {
        return Item.with("job", job)
                .put(
                        "row",
                        LATEST + String.format(Locale.ROOT, "%012d", recent.at().getEpochSecond()) + "#"
                                + recent.profileId() + "#" + recent.version())
                .put("profile_id", recent.profileId().toString())
                .put("version", recent.version())
                .put("at", recent.at())
                .put("action", recent.action().word())
                .put("rewards", recent.rewards())
                .put("points", recent.points())
                .putDeleteAfter(recent.keptUntil());
    }

    private static Recent readRecent(Item item) {
        return new Recent(
                ProfileId.of(item.text("profile_id")),
                item.number("version"),
                item.instant("at"),
                Action.of(item.text("action")),
                item.number("rewards"),
                item.number("points"));
    }
}
