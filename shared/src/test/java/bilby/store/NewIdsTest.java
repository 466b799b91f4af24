package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewIdsTest {

    private static final Instant NOON = Instant.parse("2025-03-10T12:00:00Z");

    @Test
    void areTheSameEachTimeTheyAreAskedFor() {
        NewIds ids = at(NOON, 1);

        assertThat(ids.get(2)).isEqualTo(ids.get(2));
        assertThat(List.of(ids.get(0), ids.get(1), ids.get(2))).doesNotHaveDuplicates();
    }

    /** As many as one commit can write, all made within a millisecond. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofOneRequestAreAllDifferent(long seed) {
        NewIds ids = at(NOON, seed);

        assertThat(IntStream.range(0, 90).mapToObj(ids::get).toList())
                .as("seed %d", seed)
                .doesNotHaveDuplicates();
    }

    @Test
    void followTimeAndStayBelowTwoToThe53() {
        long earlier = at(NOON, 1).get(0);
        long later = at(NOON.plusMillis(1), 2).get(0);

        assertThat(earlier).isPositive().isLessThan(later);
        assertThat(at(Instant.parse("9999-12-31T23:59:59Z"), 1).get(0)).isLessThan(1L << 53);
    }

    @Test
    void areOthersOnceRenewed() {
        NewIds ids = at(NOON, 1);
        long before = ids.get(0);

        ids.renew();

        assertThat(ids.get(0)).isNotEqualTo(before);
    }

    private static NewIds at(Instant now, long seed) {
        return new NewIds(InstantSource.fixed(now), new Random(seed));
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }
}
