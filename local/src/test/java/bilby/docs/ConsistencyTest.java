package bilby.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/consistency.md names the tests that show what it says: they are there. */
class ConsistencyTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!guarantee|law|---).*$");

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/consistency.md"));
    }

    static List<String> tests() throws IOException {
        return NamedTests.in(page());
    }

    @ParameterizedTest
    @MethodSource("tests")
    void aTestThatIsNamedIsThere(String name) {
        assertThat(NamedTests.isThere(name)).as(name).isTrue();
    }

    @Test
    void everyGuaranteeAndEveryLawNamesATest() throws IOException {
        List<String> rows =
                ROW.matcher(page()).results().map(MatchResult::group).toList();

        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(row -> assertThat(row).containsPattern(NamedTests.NAME));
    }
}
