package bilby.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/consistency.md names the tests that show what it says: they are there. */
class ConsistencyTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAME = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!guarantee|law|---).*$");

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/consistency.md"));
    }

    static List<String> tests() throws IOException {
        return NAME.matcher(page())
                .results()
                .map(name -> name.group(1) + "." + name.group(2))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tests")
    void aTestThatIsNamedIsThere(String name) throws IOException {
        String[] parts = name.split("\\.", -1);
        assertThat(sources(parts[0]))
                .as(name)
                .anySatisfy(source -> assertThat(source)
                        .containsPattern("@(Parameterized|Repeated)?Test[^;]*void " + parts[1] + "\\("));
    }

    @Test
    void everyGuaranteeAndEveryLawNamesATest() throws IOException {
        List<String> rows =
                ROW.matcher(page()).results().map(MatchResult::group).toList();

        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(row -> assertThat(row).containsPattern(NAME));
    }

    private static List<String> sources(String type) throws IOException {
        try (Stream<Path> modules = Stream.of("shared", "functions", "local").map(ROOT::resolve)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .flatMap(ConsistencyTest::files)
                    .filter(file -> file.endsWith(type + ".java"))
                    .map(ConsistencyTest::read)
                    .toList();
        }
    }

    private static Stream<Path> files(Path tests) {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
