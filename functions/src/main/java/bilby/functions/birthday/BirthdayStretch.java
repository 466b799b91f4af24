package bilby.functions.birthday;

import bilby.birthday.BirthdayClaim;
import bilby.birthday.BirthdayOutcome;
import bilby.birthday.BirthdayPart;
import bilby.birthday.BirthdayPlace;
import bilby.birthday.PartReport;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.RewardType;
import bilby.claim.Claim;
import bilby.functions.http.Environment;
import bilby.functions.http.Log;
import bilby.store.Deadline;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Page;
import bilby.store.Plan;
import bilby.store.Snapshot;
import bilby.store.Store;
import bilby.time.WallClock;
import bilby.wallet.ProfileId;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Does what one message asks for, as much of it as is done in one stretch. A stretch ends after so many members, not after so
 * much time: a message that comes twice then has the same stretches, and reports them in the same rows.
 */
final class BirthdayStretch {

    private static final int PAGE = 100;
    private static final int MOST_MEMBERS = 2_500;

    /** Of those who failed so many are tried again by one message. */
    private static final int MOST_AGAIN = 200;

    /** With less time than this left nothing more is begun. */
    private static final Duration SHORTEST_PAGE = Duration.ofSeconds(30);

    /** What one reward may take, tries included. */
    private static final Duration LONGEST_ISSUE = Duration.ofSeconds(10);

    private final Environment environment;
    private final Store store;
    private final BirthdayPart part;
    private final BirthdayIssue issue;
    private final boolean isNew;
    private final int atOnce;
    private final Deadline deadline;
    private final LambdaLogger log;

    private final PartReport.Tally tally;
    private final Map<Long, List<ProfileId>> failed = new TreeMap<>();

    /**
     * The stretch that a message asks for.
     *
     * @param isNew whether hardly anybody can have had theirs: it is the first look, and the message comes for the first time
     * @param atOnce how many members are seen to at once: 19 at most, who fit one settled read
     */
    BirthdayStretch(
            Environment environment,
            BirthdayPart part,
            boolean isNew,
            int atOnce,
            Deadline deadline,
            LambdaLogger log) {
        this.environment = environment;
        this.store = environment.store();
        this.part = part;
        this.issue = new BirthdayIssue(environment, part);
        this.isNew = isNew;
        this.atOnce = atOnce;
        this.deadline = deadline;
        this.log = log;
        this.tally = new PartReport.Tally(part.look());
    }

    /**
     * What is left to do.
     *
     * @param messages what to ask for next
     * @param isFailed whether this message must come again
     * @param report what has been done
     */
    record Rest(List<BirthdayPart> messages, boolean isFailed, PartReport report) {}

    /** @throws IllegalStateException if the tables do not answer for so long that nothing more can be done */
    Rest run() {
        if (isNearlyOver()) {
            return sentOn();
        }
        List<RewardDefinition> definitions = definitions();
        return switch (part.extent()) {
            case BirthdayPart.Extent.From from -> run(from, definitions);
            case BirthdayPart.Extent.Only(long definitionId, List<ProfileId> members) -> {
                definitions.stream()
                        .filter(definition -> definition.id() == definitionId)
                        .findFirst()
                        .ifPresentOrElse(
                                definition -> see(members, definition), () -> withdrawn(members, definitionId));
                yield new Rest(List.of(), !failed.isEmpty(), report(false));
            }
        };
    }

    private Rest run(BirthdayPart.Extent.From from, List<RewardDefinition> definitions) {
        List<BirthdayPlace> places = part.places();
        int place = from.place();
        Optional<ProfileId> after = from.after();
        int members = 0;
        while (place < places.size() && members < MOST_MEMBERS && !definitions.isEmpty()) {
            if (isNearlyOver()) {
                return sentOn();
            }
            BirthdayPlace at = places.get(place);
            Optional<ProfileId> last = after;
            Page page = read(() -> store.birthdays(at, last, PAGE));
            List<ProfileId> ids = page.ids().stream().map(ProfileId::of).toList();
            definitions.forEach(definition -> see(ids, definition));
            members += page.ids().size();
            after = page.last().map(ProfileId::of);
            place = after.isPresent() ? place : place + 1;
        }
        List<BirthdayPart> rest = new ArrayList<>(again());
        boolean isOver = place >= places.size() || definitions.isEmpty();
        if (!isOver) {
            rest.add(part.of(new BirthdayPart.Extent.From(place, after)));
        }
        return new Rest(rest, false, report(isOver));
    }

    private void withdrawn(List<ProfileId> members, long definitionId) {
        members.forEach(member -> tally.add(member, definitionId, BirthdayOutcome.WITHDRAWN));
    }

    private boolean isNearlyOver() {
        return deadline.left().compareTo(SHORTEST_PAGE) < 0;
    }

    /** The message as it is, for another function: a failure would be held against it. */
    private Rest sentOn() {
        return new Rest(List.of(part), false, tally.report(false, now()));
    }

    private List<BirthdayPart> again() {
        List<BirthdayPart> messages = new ArrayList<>();
        failed.forEach((definitionId, members) -> {
            for (int i = 0; i < members.size(); i += MOST_AGAIN) {
                List<ProfileId> some = List.copyOf(members.subList(i, Math.min(members.size(), i + MOST_AGAIN)));
                messages.add(part.of(new BirthdayPart.Extent.Only(definitionId, some)));
            }
        });
        return messages;
    }

    private List<RewardDefinition> definitions() {
        List<Key<RewardDefinition>> keys = read(() -> store.rewardDefinitions()
                .keys(store.get(store.rewardDefinitions().counter()).orElse(0L)));
        return read(() -> store.read(keys)).all(keys).stream()
                .filter(definition -> definition.type() == RewardType.BIRTHDAY
                        && definition.isPublished()
                        && definition.isAssignable())
                .toList();
    }

    private void see(List<ProfileId> members, RewardDefinition definition) {
        List<ProfileId> due = isNew ? members : withoutClaim(members, definition);
        for (int from = 0; from < due.size(); from += atOnce) {
            issue(due.subList(from, Math.min(due.size(), from + atOnce)), definition);
        }
    }

    /** Of those who are seen to again most have had it already: one read of the claims tells of all of them. */
    private List<ProfileId> withoutClaim(List<ProfileId> members, RewardDefinition definition) {
        List<Key<BirthdayClaim>> keys = members.stream()
                .map(member -> store.claims()
                        .birthday(Claim.birthday(
                                definition.id(), member, part.celebrated().getYear())))
                .toList();
        Snapshot claims = read(() -> store.read(keys));
        List<ProfileId> without = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            ProfileId member = members.get(i);
            claims.get(keys.get(i))
                    .flatMap(claim -> claim.inTheWayOf(part))
                    .ifPresentOrElse(outcome -> tally.add(member, definition.id(), outcome), () -> without.add(member));
        }
        return without;
    }

    /** One read for all of them, and then a commit each, all at once. */
    private void issue(List<ProfileId> members, RewardDefinition definition) {
        Optional<Snapshot> found = readTogether(members, definition);
        List<Callable<Seen>> tasks = members.stream()
                .<Callable<Seen>>map(member -> () -> new Seen(member, issue(member, definition, found)))
                .toList();
        together(tasks).forEach(seen -> add(seen, definition));
    }

    /** Where one of them keeps the others from being read, each is read alone: such is a wallet too large for one read. */
    private Optional<Snapshot> readTogether(List<ProfileId> members, RewardDefinition definition) {
        try {
            return Optional.of(run(
                    deadline.atMost(LONGEST_ISSUE),
                    () -> Plan.nothing(store.readSettled(issue.keys(members, definition)))));
        } catch (RuntimeException e) {
            Log.failure(log, "a read of several members", e);
            return Optional.empty();
        }
    }

    private record Seen(ProfileId member, BirthdayOutcome outcome) {}

    /** Who has failed among many is left to a message of their own, and counted by that. */
    private void add(Seen seen, RewardDefinition definition) {
        boolean isFailed = seen.outcome == BirthdayOutcome.FAILED;
        if (isFailed) {
            failed.computeIfAbsent(definition.id(), id -> new ArrayList<>()).add(seen.member);
        }
        if (!isFailed || part.extent() instanceof BirthdayPart.Extent.Only) {
            tally.add(seen.member, definition.id(), seen.outcome);
        }
    }

    private BirthdayOutcome issue(ProfileId member, RewardDefinition definition, Optional<Snapshot> found) {
        try {
            return issue.to(member, definition, found, deadline.atMost(LONGEST_ISSUE));
        } catch (RuntimeException e) {
            // One member whose wallet cannot be read keeps no other from theirs.
            Log.failure(log, "birthday of profile " + member, e);
            return BirthdayOutcome.FAILED;
        }
    }

    private List<Seen> together(List<Callable<Seen>> tasks) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private PartReport report(boolean isOver) {
        PartReport report = tally.report(isOver, now());
        var _ = run(() -> Plan.commit(store.birthdays().done(part, report), true));
        return report;
    }

    private Instant now() {
        return WallClock.toTheSecond(environment.clock().instant());
    }

    private <T> T read(Supplier<T> read) {
        return run(() -> Plan.nothing(read.get()));
    }

    private <T> T run(Supplier<Plan<T>> decide) {
        return run(deadline, decide);
    }

    private <T> T run(Deadline until, Supplier<Plan<T>> decide) {
        NewIds none = new NewIds(environment.clock(), environment.random());
        if (store.run(until, none, decide) instanceof Outcome.Answered<T>(T answer)) {
            return answer;
        }
        throw new IllegalStateException("the tables did not answer in time");
    }
}
