package bilby.local.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A route's path. It is matched segment by segment before decoding, so an encoded slash separates nothing. */
final class PathPattern {

    private final List<Segment> segments;

    private PathPattern(List<Segment> segments) {
        this.segments = segments;
    }

    static PathPattern of(String path) {
        return new PathPattern(split(path, -1).stream().map(Segment::of).toList());
    }

    /** The values of the variables, decoded, if this path is one of the pattern's. */
    Optional<Map<String, String>> match(String path) {
        List<String> given = isGreedy() ? split(path, segments.size()) : split(path, -1);
        if (given.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String value = Percent.path(given.get(i));
            boolean matches = switch (segments.get(i)) {
                case Segment.Literal(String text) -> text.equals(value);
                case Segment.Variable(String name) -> take(variables, name, value);
                case Segment.Greedy(String name) -> take(variables, name, value);
            };
            if (!matches) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private boolean isGreedy() {
        return segments.getLast() instanceof Segment.Greedy;
    }

    private static boolean take(Map<String, String> variables, String name, String value) {
        variables.put(name, value);
        return !value.isEmpty();
    }

    /** For comparison: of two patterns that match a path, the one whose rank is the smaller text is taken. */
    String rank() {
        StringBuilder rank = new StringBuilder();
        for (Segment segment : segments) {
            rank.append(
                    switch (segment) {
                        case Segment.Literal literal -> '0';
                        case Segment.Variable variable -> '1';
                        case Segment.Greedy greedy -> '2';
                    });
        }
        return rank.toString();
    }

    private static List<String> split(String path, int most) {
        return List.of(path.split("/", most));
    }

    private sealed interface Segment {

        static Segment of(String text) {
            if (text.startsWith("{") && text.endsWith("+}")) {
                return new Greedy(text.substring(1, text.length() - 2));
            }
            if (text.startsWith("{") && text.endsWith("}")) {
                return new Variable(text.substring(1, text.length() - 1));
            }
            return new Literal(text);
        }

        record Literal(String text) implements Segment {}

        record Variable(String name) implements Segment {}

        record Greedy(String name) implements Segment {}
    }
}
