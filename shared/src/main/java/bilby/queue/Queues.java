package bilby.queue;

/** The queues that a function can be told of, by their URLs. */
@FunctionalInterface
public interface Queues {

    /** Where there are none. */
    Queues NONE = url -> {
        throw new IllegalStateException("there are no queues here");
    };

    Queue at(String url);
}
