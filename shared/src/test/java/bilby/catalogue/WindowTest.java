package bilby.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.catalogue.RewardDefinition.Window;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final LocalDateTime START = LocalDateTime.parse("2025-03-01T00:00:00");
    private static final LocalDateTime END = LocalDateTime.parse("2025-03-31T23:59:59");

    @Test
    void bothItsEndsBelongToIt() {
        Window march = new Window(Optional.of(START), Optional.of(END));

        assertThat(march.includes(START)).isTrue();
        assertThat(march.includes(END)).isTrue();
        assertThat(march.includes(START.minusSeconds(1))).isFalse();
        assertThat(march.includes(END.plusSeconds(1))).isFalse();
    }

    @Test
    void withoutAnEndItIsOpenOnThatSide() {
        assertThat(new Window(Optional.of(START), Optional.empty()).includes(END.plusYears(50)))
                .isTrue();
        assertThat(new Window(Optional.empty(), Optional.of(END)).includes(START.minusYears(50)))
                .isTrue();
    }
}
