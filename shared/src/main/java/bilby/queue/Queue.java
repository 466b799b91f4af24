package bilby.queue;

import java.util.List;

/** Somewhere to leave messages for later. Each is delivered at least once, at times more often, and in no order. */
@FunctionalInterface
public interface Queue {

    /**
     * Leaves messages. When it returns all of them will be delivered; where it throws some of them may be.
     *
     * @param messages each of 1 to 20,000 characters
     */
    void send(List<String> messages);
}
