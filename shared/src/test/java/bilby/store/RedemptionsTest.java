package bilby.store;

import static bilby.store.Records.bareRedemption;
import static bilby.store.Records.fullRedemption;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bilby.money.Money;
import bilby.redemption.Redemption;
import bilby.wallet.CommitId;
import bilby.wallet.Link;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@OnEachDynamo
class RedemptionsTest {

    private final Shop shop;
    private final ProfileId member;

    RedemptionsTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
        member = shop.member();
    }

    @Test
    void whatIsPutIsWhatIsRead() {
        write(shop.store.redemptions().add(bareRedemption(1, member)));
        write(shop.store.redemptions().add(fullRedemption(2, member)));

        assertThat(shop.store.get(shop.store.redemptions().key(1))).contains(bareRedemption(1, member));
        assertThat(shop.store.get(shop.store.redemptions().key(2))).contains(fullRedemption(2, member));
    }

    @Test
    void aRedemptionIsTiedToItsSaleAndFreed() {
        Redemption redemption = bareRedemption(1, member);
        write(shop.store.redemptions().add(redemption));

        Redemption tied = redemption.paidFor(Optional.of(42L), Shop.NOW);
        write(shop.store.redemptions().replace(tied));
        assertThat(shop.store.get(shop.store.redemptions().key(1)).flatMap(Redemption::saleId))
                .contains(42L);

        write(shop.store.redemptions().replace(tied.paidFor(Optional.empty(), Shop.NOW)));
        assertThat(shop.store.get(shop.store.redemptions().key(1)).flatMap(Redemption::saleId))
                .isEmpty();
    }

    @Test
    void whatHasChangedSinceItWasReadIsNotPutOver() {
        Redemption read = bareRedemption(1, member);
        write(shop.store.redemptions().add(read));
        write(shop.store.redemptions().replace(read.returned(Money.ofDollars(1), Shop.NOW)));

        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> write(shop.store.redemptions().replace(read.reversed(Shop.NOW))));
        assertThat(shop.store.get(shop.store.redemptions().key(1)).map(Redemption::isReversed))
                .contains(false);
    }

    @Test
    void aProfilesRedemptionsAreFoundTheNewestFirst() {
        write(shop.store.redemptions().add(bareRedemption(1, member)));
        write(shop.store.redemptions().add(fullRedemption(2, member)));

        assertThat(shop.store.redemptionsOf(member)).containsExactly(2L, 1L);
    }

    private void write(Write write) {
        Movement movement = new Link(1).on(shop.wallet(member), Shop.moment(new CommitId("test")));
        shop.commit(Plan.commit(shop.store.moved(movement), "").and(write));
    }
}
