package bilby.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedNameTest {

    @ParameterizedTest
    @CsvSource({
        "O'Neil-Smith, o'neil-smith",
        "ZOË, zoe",
        "Zoe\u0308, zoe",
        "Straße, strasse",
        "STRAẞE, strasse",
        "ﬁnn, finn",
        "Łucja, łucja",
        "İpek, ipek",
        "ＫＩＭ, kim"
    })
    void caseAccentsAndLigaturesMakeNoDifference(String name, String folded) {
        assertThat(fold(name)).isEqualTo(folded);
    }

    @Test
    void aBeginningIsABeginningWhereverItEnds() {
        for (String name : new String[] {"ΣΑΣΑΣ", "김민수", "Nguyễn Thị", "Straße", "Jane Doe"}) {
            for (int end = 1; end <= name.length(); end++) {
                assertThat(fold(name)).startsWith(fold(name.substring(0, end)));
            }
        }
    }

    @Test
    void wordsHaveOneSpaceBetweenThem() {
        assertThat(fold("  Jane\u3000 \tDoe ")).isEqualTo("jane doe");
    }

    @Test
    void nothingIsLeftOfSpacesAndMarks() {
        assertThat(FoldedName.of(" \u0301 ")).isEmpty();
        assertThat(FoldedName.of("")).isEmpty();
    }

    @Test
    void itHasAHundredCharactersAtMostAndHalvesNone() {
        assertThat(fold("🎂".repeat(255))).isEqualTo("🎂".repeat(100));
        assertThat(fold("\uFDFA".repeat(255))).hasSize(100);
        assertThat(FoldedName.of("🎂x").map(FoldedName::initial)).contains("🎂");
    }

    private static String fold(String name) {
        return FoldedName.of(name).map(FoldedName::text).orElseThrow();
    }
}
