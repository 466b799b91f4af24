package bilby.local.gateway;

import bilby.local.lambda.LambdaFunction;
import bilby.local.template.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the function for a request: by exact path, then by variables, then by a greedy one, then the default. */
final class Routes {

    private final List<Candidate> candidates;
    private final Optional<Match> otherwise;

    /** @param functions the function behind each route */
    Routes(Map<Route, LambdaFunction> functions) {
        candidates = functions.entrySet().stream()
                .flatMap(entry -> Candidate.of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Candidate::rank))
                .toList();
        Route fallback = new Route.Default();
        otherwise =
                Optional.ofNullable(functions.get(fallback)).map(function -> new Match(fallback, function, Map.of()));
    }

    /** @param path as it was sent */
    Optional<Match> find(String method, String path) {
        return candidates.stream()
                .flatMap(candidate -> candidate.match(method, path).stream())
                .findFirst()
                .or(() -> otherwise);
    }

    /** A route that takes a request, its function, and the values of the path's variables. */
    record Match(Route route, LambdaFunction function, Map<String, String> pathParameters) {}

    private record Candidate(Route.Path route, PathPattern pattern, LambdaFunction function) {

        static Stream<Candidate> of(Route route, LambdaFunction function) {
            return switch (route) {
                case Route.Path path -> Stream.of(new Candidate(path, PathPattern.of(path.path()), function));
                case Route.Default fallback -> Stream.empty();
            };
        }

        Optional<Match> match(String method, String path) {
            return route.method().equals(method) || isForAnyMethod()
                    ? pattern.match(path).map(variables -> new Match(route, function, variables))
                    : Optional.empty();
        }

        /** The more of a path is spelt out the better, from its beginning on; then a method before any method. */
        String rank() {
            return pattern.rank() + (isForAnyMethod() ? "1" : "0");
        }

        private boolean isForAnyMethod() {
            return route.method().equals(Route.ANY);
        }
    }
}
