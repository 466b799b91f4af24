package bilby.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** The one clock of a history. It mostly stands, and now and then jumps: seconds to months on, or a little back. */
final class Clock implements InstantSource {

    static final Instant START = Instant.parse("2025-03-10T12:00:00Z");

    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void mayJump(SplittableRandom random) {
        int dice = random.nextInt(200);
        if (dice < 60) {
            now = now.plusMillis(random.nextLong(20_000));
        } else if (dice < 64) {
            now = now.plus(Duration.ofMinutes(random.nextLong(1, 600)));
        } else if (dice < 66) {
            now = now.plus(Duration.ofDays(random.nextLong(1, 70)));
        } else if (dice < 68) {
            now = now.minusSeconds(random.nextLong(90));
        }
    }
}
