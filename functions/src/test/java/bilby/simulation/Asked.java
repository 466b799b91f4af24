package bilby.simulation;

import java.util.List;
import java.util.Optional;

/** One request: what a client wants, however often it sends it. */
final class Asked {

    final int number;
    final Command command;
    final Optional<String> key;

    /** The send that has taken effect. */
    Optional<Send> landed = Optional.empty();

    /** The version of the first entry that it made. */
    Optional<Long> version = Optional.empty();

    /** What its answer may say, by the model. */
    List<List<String>> facts = List.of();

    /** The body of its first answer that told success. */
    Optional<String> answer = Optional.empty();

    Asked(int number, Command command, boolean hasKey) {
        this.number = number;
        this.command = command;
        this.key = hasKey ? Optional.of("key-" + number) : Optional.empty();
    }

    @Override
    public String toString() {
        return "request " + number + (key.isPresent() ? " with a key, " : ", ") + command;
    }
}
