package bilby.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.wallet.Given;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedemptionTest {

    private static final Instant LATER = Given.noonOf("2025-03-11");

    private final Redemption redemption = new Redemption(
            9,
            1,
            Given.SOMEONE,
            RedemptionType.REDEEM,
            3,
            Money.ofDollars(10),
            Money.ofDollars(12),
            Money.ZERO,
            Money.ZERO,
            false,
            Optional.empty(),
            Optional.of(42L),
            new Redemption.Reference(
                    Optional.of("Fitzroy"), Optional.empty(), Optional.of("R-3"), Optional.of("{\"b\":2}")),
            Given.NOW,
            Given.NOW);

    @Test
    void whatWasTakenCanBeReturned() {
        assertThat(redemption.left()).isEqualTo(Money.ofDollars(10));
    }

    @Test
    void eachReturnLeavesLess() {
        Redemption once = redemption.returned(Money.ofCents(350), LATER);
        Redemption twice = once.returned(Money.ofCents(650), LATER);

        assertThat(once.returned()).isEqualTo(Money.ofCents(350));
        assertThat(once.left()).isEqualTo(Money.ofCents(650));
        assertThat(twice.returned()).isEqualTo(twice.total());
        assertThat(twice.left()).isEqualTo(Money.ZERO);
        assertThat(twice.isReversed()).isFalse();
    }

    @Test
    void aReversalLeavesNothingWhateverWasReturnedBefore() {
        Redemption reversed = redemption.returned(Money.ofDollars(4), LATER).reversed(LATER);

        assertThat(reversed.isReversed()).isTrue();
        assertThat(reversed.returned()).isEqualTo(Money.ofDollars(10));
        assertThat(reversed.left()).isEqualTo(Money.ZERO);
    }

    @Test
    void itsSaleStaysWithItWhenItIsUndone() {
        assertThat(redemption.returned(Money.ofDollars(1), LATER).saleId()).contains(42L);
        assertThat(redemption.reversed(LATER).saleId()).contains(42L);
    }

    @Test
    void anotherSaleOrNoneChangesNothingElse() {
        Redemption returned = redemption.returned(Money.ofDollars(4), LATER);
        Redemption free = returned.paidFor(Optional.empty(), LATER);

        assertThat(free.saleId()).isEmpty();
        assertThat(free.version()).isEqualTo(returned.version() + 1);
        assertThat(free.paidFor(Optional.of(42L), LATER))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(returned);
        assertThat(redemption.reversed(LATER).paidFor(Optional.of(43L), LATER).isReversed())
                .isTrue();
    }

    @Test
    void theTimeOfTheChangeIsNoted() {
        assertThat(redemption.reversed(LATER).updatedAt()).isEqualTo(LATER);
        assertThat(redemption.reversed(LATER).createdAt()).isEqualTo(Given.NOW);
    }
}
