package bilby.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a request comes to after its reads: an answer alone, or a commit.
 *
 * @param <A> the answers that a request can get
 */
public sealed interface Plan<A> {

    /** Nothing is to be written: it was a read, or is refused. */
    record Nothing<A>(A answer) implements Plan<A> {}

    /** All of it is to be written, or nothing. */
    final class Commit<A> implements Plan<A> {

        private final Change change;
        private final List<Step<A>> steps = new ArrayList<>();
        private final A answer;

        private record Step<A>(Write write, Optional<A> whenTaken) {}

        private Commit(Change change, Optional<A> whenTaken, A answer) {
            this.change = change;
            this.answer = answer;
            change.writes().forEach(write -> steps.add(new Step<>(write, whenTaken)));
        }

        /** Writes something besides. */
        public Commit<A> and(Write write) {
            steps.add(new Step<>(write, Optional.empty()));
            return this;
        }

        /** Makes another change besides. */
        public Commit<A> and(Change other) {
            other.writes().forEach(this::and);
            return this;
        }

        /** Writes a claim, and gives this answer if it is another's already. */
        public Commit<A> claiming(Write claim, A whenTaken) {
            steps.add(new Step<>(claim, Optional.of(whenTaken)));
            return this;
        }

        Change change() {
            return change;
        }

        A answer() {
            return answer;
        }

        List<Write> writes() {
            return steps.stream().map(Step::write).toList();
        }

        A whenTaken(int step) {
            return steps.get(step)
                    .whenTaken()
                    .orElseThrow(() -> new IllegalStateException("no answer for when it is taken: step " + step));
        }
    }

    static <A> Plan<A> nothing(A answer) {
        return new Nothing<>(answer);
    }

    /** A commit of a change, and the answer once it has taken effect. */
    static <A> Commit<A> commit(Change change, A answer) {
        return new Commit<>(change, Optional.empty(), answer);
    }

    /** A commit that adds a record whose id the client chose, and the answer if that id is taken. */
    static <A> Commit<A> commitNew(Change change, A whenTaken, A answer) {
        return new Commit<>(change, Optional.of(whenTaken), answer);
    }
}
