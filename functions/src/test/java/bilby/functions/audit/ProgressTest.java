package bilby.functions.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void itSaysHowTheWalkWent() {
        assertThat(new Progress(7, 1, 2, 3, 8, 6, 40).metrics())
                .containsEntry("WalletsVerified", 7L)
                .containsEntry("WalletDifferences", 1L)
                .containsEntry("WalletsSkipped", 2L)
                .containsEntry("LotsExpired", 3L)
                .containsEntry("WalkCoverage", 75L)
                .containsEntry("LotsOfTheLargestWallet", 40L);
    }

    @Test
    void theLargestOfAllWalletsIsTold() {
        Progress large = new Progress(1, 0, 0, 0, 0, 0, 40);
        Progress small = new Progress(1, 0, 0, 0, 0, 0, 3);

        assertThat(large.plus(small).mostLots()).isEqualTo(40);
        assertThat(small.plus(large).mostLots()).isEqualTo(40);
    }

    @Test
    void noSegmentsAreNoCoverage() {
        assertThat(Progress.NONE.metrics()).containsEntry("WalkCoverage", 0L);
    }
}
