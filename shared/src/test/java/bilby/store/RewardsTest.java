package bilby.store;

import static bilby.store.Records.bareReward;
import static bilby.store.Records.fullReward;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.reward.Reward;
import bilby.wallet.CommitId;
import bilby.wallet.Link;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class RewardsTest {

    private final Shop shop;
    private final ProfileId member;

    RewardsTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
        member = shop.member();
    }

    @Test
    void whatIsPutIsWhatIsRead() {
        write(shop.store.rewards().add(bareReward(1, member)));
        write(shop.store.rewards().add(fullReward(2, member)));

        assertThat(shop.store.get(shop.store.rewards().key(1))).contains(bareReward(1, member));
        assertThat(shop.store.get(shop.store.rewards().key(2))).contains(fullReward(2, member));
        assertThat(shop.store.get(shop.store.rewards().key(3))).isEmpty();
    }

    @Test
    void aProfilesRewardsAreFoundTheNewestFirstAndNoOthers() {
        write(shop.store.rewards().add(bareReward(1, member)));
        write(shop.store.rewards().add(bareReward(3, member)));
        write(shop.store.rewards().add(bareReward(2, member)));
        write(shop.store.rewards().add(bareReward(4, shop.member())));

        assertThat(shop.store.rewardsOf(member)).containsExactly(3L, 2L, 1L);
    }

    @Test
    void aDeletedRewardIsNoLongerFoundButStillRead() {
        Reward reward = bareReward(1, member);
        write(shop.store.rewards().add(reward));

        write(shop.store.rewards().replace(reward.deleted(Shop.NOW)));

        assertThat(shop.store.rewardsOf(member)).isEmpty();
        assertThat(shop.store.get(shop.store.rewards().key(1))).contains(reward.deleted(Shop.NOW));
    }

    private void write(Write write) {
        Movement movement = new Link(1).on(shop.wallet(member), Shop.moment(new CommitId("test")));
        shop.commit(Plan.commit(shop.store.moved(movement), "").and(write));
    }
}
