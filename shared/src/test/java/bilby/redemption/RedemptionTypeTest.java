package bilby.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedemptionTypeTest {

    @ParameterizedTest
    @CsvSource({"REDEEM, redeem", "RETURN, return", "REVERSAL, reversal"})
    void itIsWrittenAsAWordInLowerCaseAndReadFromIt(RedemptionType type, String word) {
        assertThat(type.word()).isEqualTo(word);
        assertThat(RedemptionType.of(word)).isEqualTo(type);
    }
}
