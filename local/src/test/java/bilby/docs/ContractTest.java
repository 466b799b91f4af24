package bilby.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/api-tests.md has a line for each rule of docs/api.md, by the words that the rule begins with. */
class ContractTest {

    private static final Path PAGE = Path.of("../docs/api-tests.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## §([0-9]+)[^\\n]*\\n(.*?)(?=^## |\\z)");
    private static final Pattern LINE = Pattern.compile("(?m)^- (.*)\\n  (.*)$");

    /** A rule's first words, and what is said to show it. */
    private record Line(String words, String shownBy) {
        boolean isOf(String rule) {
            return words.endsWith(" …") ? rule.startsWith(words.substring(0, words.length() - 2)) : rule.equals(words);
        }
    }

    static Stream<Arguments> rules() {
        return Contract.rules().entrySet().stream()
                .flatMap(section -> section.getValue().stream().map(rule -> Arguments.of(section.getKey(), rule)));
    }

    static List<String> tests() throws IOException {
        return NamedTests.in(Files.readString(PAGE));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleNamesWhatShowsIt(String section, String rule) throws IOException {
        assertThat(lines(section).stream().filter(line -> line.isOf(rule)))
                .as("the lines of §%s for: %s", section, rule)
                .singleElement()
                .extracting(Line::shownBy)
                .satisfies(shown -> assertThat(shown).containsPattern(NamedTests.NAME));
    }

    @Test
    void everyLineIsOfARule() throws IOException {
        for (Map.Entry<String, List<String>> section : Contract.rules().entrySet()) {
            assertThat(lines(section.getKey()))
                    .allSatisfy(line -> assertThat(section.getValue())
                            .filteredOn(line::isOf)
                            .as(line.words())
                            .hasSize(1));
        }
    }

    @ParameterizedTest
    @MethodSource("tests")
    void aTestThatIsNamedIsThere(String name) {
        assertThat(NamedTests.isThere(name)).as(name).isTrue();
    }

    private static List<Line> lines(String section) throws IOException {
        return SECTION.matcher(Files.readString(PAGE))
                .results()
                .filter(found -> found.group(1).equals(section))
                .map(found -> found.group(2))
                .flatMap(text -> LINE.matcher(text).results())
                .map((MatchResult line) -> new Line(line.group(1), line.group(2)))
                .toList();
    }
}
