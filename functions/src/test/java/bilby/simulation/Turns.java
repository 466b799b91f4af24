package bilby.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which one runs at a time, and only while it is let: so whoever lets them decides how they interleave, and
 * the same decisions are the same history.
 */
final class Turns {

    /** Ends a thread that nobody will let go on any more. */
    private static final class Abandoned extends Error {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super("abandoned", null, false, false);
        }
    }

    private final List<Turn> waiting = new ArrayList<>();
    private final Semaphore back = new Semaphore(0);
    private @Nullable Throwable failure;
    private boolean isOver;

    /** One thread. */
    final class Turn {
        private final Semaphore go = new Semaphore(0);

        /** Called by the thread itself: it waits until it is let go on. */
        void pause() {
            back.release();
            await();
        }

        private void await() {
            go.acquireUninterruptibly();
            if (isOver) {
                throw new Abandoned();
            }
        }

        private void run(Runnable work) {
            try {
                await();
                work.run();
            } catch (Abandoned e) {
                return;
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            waiting.remove(this);
            back.release();
        }
    }

    /** A new thread, which waits to be let. */
    Turn add(Consumer<Turn> work) {
        Turn turn = new Turn();
        waiting.add(turn);
        var _ = Thread.ofVirtual().start(() -> turn.run(() -> work.accept(turn)));
        return turn;
    }

    int size() {
        return waiting.size();
    }

    /** Lets one thread go on until it pauses or ends; what it threw is thrown here. */
    void let(int number) {
        waiting.get(number).go.release();
        back.acquireUninterruptibly();
        switch (failure) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError(failure);
        }
    }

    /** Ends all threads that wait. */
    void abandon() {
        isOver = true;
        waiting.forEach(turn -> turn.go.release());
    }
}
