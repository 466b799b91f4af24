package bilby.store;

import static bilby.store.Records.barePoints;
import static bilby.store.Records.fullPoints;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.wallet.CommitId;
import bilby.wallet.Link;
import bilby.wallet.Movement;
import bilby.wallet.ProfileId;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class PointGrantsTest {

    private final Shop shop;
    private final ProfileId member;

    PointGrantsTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
        member = shop.member();
    }

    @Test
    void whatIsPutIsWhatIsRead() {
        write(shop.store.pointGrants().add(barePoints(1, member)));
        write(shop.store.pointGrants().add(fullPoints(2, member)));
        assertThat(shop.store.get(shop.store.pointGrants().key(1))).contains(barePoints(1, member));
        assertThat(shop.store.get(shop.store.pointGrants().key(2))).contains(fullPoints(2, member));

        PointGrant expired = barePoints(1, member).expired(Points.of(7));
        write(shop.store.pointGrants().replace(expired));
        assertThat(shop.store.get(shop.store.pointGrants().key(1))).contains(expired);
    }

    @Test
    void aProfilesPointsAreFoundTheNewestFirstAndNoOthers() {
        write(shop.store.pointGrants().add(barePoints(1, member)));
        write(shop.store.pointGrants().add(fullPoints(2, member)));
        write(shop.store.pointGrants().add(barePoints(3, shop.member())));
        write(shop.store.rewards().add(Records.bareReward(4, member)));

        assertThat(shop.store.pointGrantsOf(member)).containsExactly(2L, 1L);
    }

    private void write(Write write) {
        Movement movement = new Link(1).on(shop.wallet(member), Shop.moment(new CommitId("test")));
        shop.commit(Plan.commit(shop.store.moved(movement), "").and(write));
    }
}
