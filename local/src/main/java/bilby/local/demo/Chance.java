package bilby.local.demo;

import java.util.List;
import java.util.Random;

/** What chance decides, the same each time from the same seed. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** A number from the first to the last of these. */
    int from(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    /** Whether something happens that does so many times in a hundred. */
    boolean inHundred(int times) {
        return random.nextInt(100) < times;
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
