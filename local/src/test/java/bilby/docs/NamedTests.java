package bilby.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that a page names, as {@code `SomeTest.itIsSo`}. */
final class NamedTests {

    static final Pattern NAME = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private NamedTests() {}

    /** Each once. */
    static List<String> in(String page) {
        return NAME.matcher(page)
                .results()
                .map(name -> name.group(1) + "." + name.group(2))
                .distinct()
                .toList();
    }

    /** Whether any module has the test. */
    static boolean isThere(String name) {
        String[] parts = name.split("\\.", -1);
        Pattern method = Pattern.compile("@(Parameterized|Repeated)?Test[^;]*void " + parts[1] + "\\(");
        return Stream.of("shared", "functions", "local")
                .map(module -> Path.of("..", module, "src/test/java"))
                .flatMap(NamedTests::files)
                .filter(file -> file.endsWith(parts[0] + ".java"))
                .anyMatch(file -> method.matcher(read(file)).find());
    }

    private static Stream<Path> files(Path tests) {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
