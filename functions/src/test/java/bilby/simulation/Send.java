package bilby.simulation;

import bilby.wallet.CommitId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** One sending of a request, by a process of its own: its random numbers, its view of the clock, its time. */
final class Send implements InstantSource {

    final Asked asked;
    final CommitId commit;

    /** How much had happened when it began: to the member's wallet, and to the settings. */
    final int firstState;

    final int firstRules;

    private final Turns.Turn turn;
    private final Clock clock;
    private final long seed;
    private final boolean isPatient;
    private final Tally tally;
    private final Set<Instant> times = new LinkedHashSet<>();
    private int millisLeft;
    private boolean hasMetFaults;

    /** Whether what it asks for is there, as somebody has been told. */
    boolean knowsWhatItAsksFor;

    /** The status that it was answered with. */
    Optional<Integer> status = Optional.empty();

    /**
     * A sending that begins now.
     *
     * @param millis how long the function may run
     */
    Send(Asked asked, Turns.Turn turn, Clock clock, long seed, int millis, boolean isPatient, Laws laws, Tally tally) {
        this.asked = asked;
        this.turn = turn;
        this.clock = clock;
        this.seed = seed;
        this.millisLeft = millis;
        this.isPatient = isPatient;
        this.tally = tally;
        firstState = laws.states(asked.command.profile()).size() - 1;
        firstRules = laws.rules().size() - 1;
        byte[] first = new byte[16];
        random().nextBytes(first);
        commit = new CommitId(HexFormat.of().formatHex(first));
    }

    /** Its random numbers, from the first on. The product makes the commit id of them before anything else. */
    SplittableRandom random() {
        return new SplittableRandom(seed);
    }

    /** All times that it has read from the clock, in whole seconds. */
    Set<Instant> times() {
        return times;
    }

    @Override
    public Instant instant() {
        times.add(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return clock.instant();
    }

    /** Lets others go first; that takes so long. */
    void pause(int millis) {
        spend(millis);
        turn.pause();
    }

    void spend(int millis) {
        millisLeft -= millis;
    }

    int millisLeft() {
        return millisLeft;
    }

    void meets(Fault fault) {
        hasMetFaults = true;
        tally.add("fault " + fault);
    }

    /** Whether nothing but others' commits can have kept it from an answer. */
    boolean mustBeAnswered() {
        return isPatient && !hasMetFaults;
    }

    @Override
    public String toString() {
        return asked + ", sent as " + commit;
    }
}
