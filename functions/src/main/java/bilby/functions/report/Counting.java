package bilby.functions.report;

import bilby.functions.http.Environment;
import bilby.report.Recent;
import bilby.report.Tally;
import bilby.setting.Settings;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.wallet.Entry;
import bilby.wallet.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Counts what has not been counted of a member's ledger, some entries with each commit. */
final class Counting {

    /** So many entries are folded with one commit. */
    private static final int MOST_ENTRIES = 100;

    private final Environment environment;
    private final Store store;
    private final Deadline deadline;

    Counting(Environment environment, Deadline deadline) {
        this.environment = environment;
        this.store = environment.store();
        this.deadline = deadline;
    }

    /**
     * Counts up to the last of the entries that are told. What of the ledger comes before them and has not been counted is
     * read.
     *
     * @throws IllegalStateException if the time is over before all is counted
     */
    void of(ProfileId member, List<Entry> entries) {
        NavigableMap<Long, Entry> told = new TreeMap<>();
        entries.forEach(entry -> told.put(entry.version(), entry));
        while (step(member, told)) {
            // Each time some more entries, or more of what they add.
        }
    }

    /** Whether there may be more. */
    private boolean step(ProfileId member, NavigableMap<Long, Entry> told) {
        NewIds none = new NewIds(environment.clock(), environment.random());
        if (store.run(deadline, none, () -> plan(member, told)) instanceof Outcome.Answered<Boolean>(Boolean isMore)) {
            return isMore;
        }
        throw new IllegalStateException("the time was over; the stream tells it again");
    }

    private Plan<Boolean> plan(ProfileId member, NavigableMap<Long, Entry> told) {
        Key<Tally> key = store.figures().tally(member);
        Key<Settings> settingsKey = store.settings().key();
        Snapshot found = store.read(List.of(key, settingsKey));
        Settings settings = found.get(settingsKey).orElse(Settings.DEFAULT);
        Tally tally = found.get(key).orElseGet(() -> Tally.none(member, settings.zone()));
        if (!tally.pending().isEmpty()) {
            return Plan.commit(store.figures().add(tally.next(), List.of()), true);
        }
        List<Entry> next = next(member, tally.wallet().version(), told);
        if (next.isEmpty()) {
            return Plan.nothing(false);
        }
        List<Recent> latest = next.stream()
                .map(Recent::of)
                .filter(recent -> recent.isKept(environment.clock().instant()))
                .toList();
        return Plan.commit(store.figures().add(tally.after(next, settings.zone()), latest), true);
    }

    /** The entries after the one of this version, as they were told where none is missing. */
    private List<Entry> next(ProfileId member, long counted, NavigableMap<Long, Entry> told) {
        Map<Long, Entry> after = told.tailMap(counted + 1);
        if (after.isEmpty()) {
            return List.of();
        }
        long last = Math.min(told.lastKey(), counted + MOST_ENTRIES);
        boolean isWhole = LongStream.rangeClosed(counted + 1, last).allMatch(after::containsKey);
        if (isWhole) {
            return LongStream.rangeClosed(counted + 1, last)
                    .mapToObj(after::get)
                    .toList();
        }
        List<Entry> read = store.ledgerAfter(member, counted, MOST_ENTRIES);
        if (read.isEmpty()) {
            throw new IllegalStateException("the ledger has no entry after " + counted);
        }
        return read;
    }
}
