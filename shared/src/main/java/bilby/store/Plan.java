package bilby.store;

import bilby.claim.KeptAnswer;
import bilby.wallet.ProfileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a request comes to after its reads: an answer alone, or a commit.
 *
 * @param <A> the answers that a request can get
 */
public sealed interface Plan<A> {

    /**
     * What a commit can write besides its movements. DynamoDB takes 100 actions: ten are kept for the wallet, its entries,
     * the record that it is about, claims and the idempotency key.
     */
    int MOST_ROWS = 90;

    /** Nothing is to be written: it was a read, or is refused. */
    record Nothing<A>(A answer) implements Plan<A> {}

    /** All of it is to be written, or nothing. */
    final class Commit<A> implements Plan<A> {

        private final Change change;
        private final List<Change> besides = new ArrayList<>();
        private final List<Step<A>> steps = new ArrayList<>();
        private final A answer;

        private record Step<A>(Write write, Optional<Function<Item, A>> whenTaken, boolean keepsAnswer) {}

        private Commit(Change change, Optional<A> whenTaken, A answer) {
            this.change = change;
            this.answer = answer;
            change.writes()
                    .forEach(write -> steps.add(new Step<>(write, whenTaken.map(given -> stored -> given), false)));
        }

        /** Writes something besides. */
        public Commit<A> and(Write write) {
            steps.add(new Step<>(write, Optional.empty(), false));
            return this;
        }

        /** Makes another change besides. */
        public Commit<A> and(Change other) {
            other.writes().forEach(this::and);
            besides.add(other);
            return this;
        }

        /** Writes a claim, and gives this answer if it is another's already. */
        public Commit<A> claiming(Write claim, A whenTaken) {
            steps.add(new Step<>(claim, Optional.of(stored -> whenTaken), false));
            return this;
        }

        /**
         * Keeps the answer under an idempotency key, and answers by what is kept there if the key is taken already. That
         * outranks whatever else was refused, and every doubt: all attempts of a request bring the same key, so the one
         * that holds it is the only one that ever took effect.
         */
        public Commit<A> keeping(Write kept, Function<KeptAnswer, A> whenTaken) {
            steps.add(new Step<>(kept, Optional.of(stored -> whenTaken.apply(Claims.kept(stored))), true));
            return this;
        }

        /**
         * The same, but that it is decided again where an id or a value turns out to be another's, as where anything else has
         * changed since it was read: for a decision that finds out for itself that it is taken.
         */
        public Commit<A> decidedAgainIfTaken() {
            steps.replaceAll(step -> step.write().ifRefused() == Write.Refusal.TAKEN
                    ? new Step<>(new Write(step.write().action(), Write.Refusal.STALE), Optional.empty(), false)
                    : step);
            return this;
        }

        /** Whom it is about, if anybody: whose personal data the answer can hold. */
        public Optional<ProfileId> profileId() {
            return change.profileId();
        }

        /** The name by which its answer is found when a person is deleted, if no entry in the ledger names its key. */
        public Optional<String> filedUnder() {
            return change.filedUnder();
        }

        public A answer() {
            return answer;
        }

        Change change() {
            return change;
        }

        /** Whether both change one version of something, so that one of them at most takes effect. */
        boolean excludes(Commit<?> other) {
            return changes().anyMatch(mine -> other.changes().anyMatch(mine::excludes));
        }

        private Stream<Change> changes() {
            return Stream.concat(Stream.of(change), besides.stream());
        }

        List<Write> writes() {
            return steps.stream().map(Step::write).toList();
        }

        boolean keepsAnswer(int step) {
            return steps.get(step).keepsAnswer();
        }

        A whenTaken(int step, Map<String, AttributeValue> stored) {
            return steps.get(step)
                    .whenTaken()
                    .orElseThrow(() -> new IllegalStateException("no answer for when it is taken: step " + step))
                    .apply(Item.of(stored));
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
