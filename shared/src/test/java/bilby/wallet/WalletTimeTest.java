package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.SOMEONE;
import static bilby.wallet.Given.at;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WalletTimeTest {

    private static final Wallet MOVED_NOW =
            new Link(1).on(Wallet.empty(SOMEONE), at(NOW)).wallet();

    @Test
    void aWalletsNowIsTheClocks() {
        assertThat(MOVED_NOW.now(NOW.plusSeconds(5))).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void itIsOfWholeSeconds() {
        assertThat(MOVED_NOW.now(NOW.plusMillis(5_999))).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void itNeverGoesBackBehindItsLastEntry() {
        assertThat(MOVED_NOW.now(NOW.minusSeconds(5))).isEqualTo(NOW);
    }
}
