package bilby.functions.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The routes there are, as the build packs them from template.yaml: lines of {@code GET /api/v3/rewards/{id}}. */
final class Routes {

    private static final String RESOURCE = "/routes";
    private static final Pattern VARIABLE = Pattern.compile("\\{[a-z_]+}");

    private final List<Route> routes;

    private record Route(String method, Pattern path, long variables) {}

    private Routes(List<Route> routes) {
        this.routes = routes;
    }

    static Routes packed() {
        try (InputStream resource = Routes.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the build has packed no routes");
            }
            return of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Routes of(String lines) {
        return new Routes(lines.lines().map(Routes::route).toList());
    }

    private static Route route(String line) {
        int space = line.indexOf(' ');
        String path = VARIABLE.splitAsStream(line.substring(space + 1) + "\n")
                .map(text -> Pattern.quote(text.stripTrailing()))
                .collect(Collectors.joining("[^/]+"));
        return new Route(
                line.substring(0, space),
                Pattern.compile(path),
                VARIABLE.matcher(line).results().count());
    }

    /** The methods that a path has: where routes spell it out, not those of routes with a variable in its place. */
    SortedSet<String> methodsOf(String path) {
        List<Route> fitting = routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .toList();
        long fewest = fitting.stream().mapToLong(Route::variables).min().orElse(0);
        return fitting.stream()
                .filter(route -> route.variables() == fewest)
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
