package bilby.local;

import java.time.Duration;

/**
 * Ends this process when the one that started it is gone: a Maven that is killed does not stop what it has started, and
 * the port would stay taken.
 */
final class ParentWatch {

    private static final Duration INTERVAL = Duration.ofMillis(50);

    private ParentWatch() {}

    static void start() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(parent)));
    }

    private static void watch(ProcessHandle parent) {
        try {
            while (ProcessHandle.current().parent().filter(parent::equals).isPresent()) {
                Thread.sleep(INTERVAL);
            }
            System.exit(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
