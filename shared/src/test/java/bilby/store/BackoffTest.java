package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void eachPauseIsARandomPartOfASpanThatDoublesUpToHalfASecond() {
        assertThat(longestPauseAfter(1)).isBetween(Duration.ofMillis(15), Duration.ofMillis(20));
        assertThat(longestPauseAfter(3)).isBetween(Duration.ofMillis(70), Duration.ofMillis(80));
        assertThat(longestPauseAfter(6)).isBetween(Duration.ofMillis(450), Duration.ofMillis(500));
        assertThat(longestPauseAfter(1_000)).isBetween(Duration.ofMillis(450), Duration.ofMillis(500));
    }

    private static Duration longestPauseAfter(int failures) {
        List<Duration> pauses = new ArrayList<>();
        Backoff backoff = new Backoff(new Random(1), pauses::add);
        IntStream.range(0, 200).forEach(pause -> backoff.pause(failures));
        return pauses.stream().max(Duration::compareTo).orElseThrow();
    }
}
