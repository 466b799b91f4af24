package bilby.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

    @ParameterizedTest
    @EnumSource
    void aPeriodTypeIsFoundByItsWord(PeriodType type) {
        assertThat(PeriodType.of(type.word())).contains(type);
    }

    @ParameterizedTest
    @EnumSource
    void aRewardTypeIsFoundByItsWord(RewardType type) {
        assertThat(RewardType.of(type.word())).contains(type);
    }

    @Test
    void theWordsAreTheApis() {
        assertThat(PeriodType.ABSOLUTE_WEEK.word()).isEqualTo("absolute_week");
        assertThat(RewardType.CUSTOMER_SERVICE.word()).isEqualTo("customer-service");
    }

    @Test
    void anotherWordIsNone() {
        assertThat(PeriodType.of("fortnights")).isEmpty();
        assertThat(PeriodType.of("DAYS")).isEmpty();
        assertThat(RewardType.of("customer_service")).isEmpty();
    }
}
