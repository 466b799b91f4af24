package bilby.store;

import static bilby.store.Records.fullProfile;
import static bilby.store.Records.profile;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.profile.Profile;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnEachDynamo
class ProfilesTest {

    private final Shop shop;

    ProfilesTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void whatIsPutIsWhatIsRead(Profile profile) {
        shop.commit(shop.store.profiles().add(profile));

        assertThat(shop.store.get(shop.store.profiles().key(profile.id()))).contains(profile);
    }

    @Test
    void anIdThatIsTakenGivesItsAnswer() {
        shop.commit(shop.store.profiles().add(profile()));

        assertThat(shop.run(() ->
                        Plan.commitNew(shop.store.profiles().add(fullProfile(Optional.empty())), "taken", "added")))
                .isEqualTo(new Outcome.Answered<>("taken"));
        assertThat(shop.store.get(shop.store.profiles().key(profile().id()))).contains(profile());
    }

    @Test
    void aDeletedProfileIsGone() {
        shop.commit(shop.store.profiles().add(profile()));
        shop.commit(shop.store.profiles().delete(profile()));

        assertThat(shop.store.get(shop.store.profiles().key(profile().id()))).isEmpty();
    }

    private static Stream<Profile> profiles() {
        return Stream.of(profile(), fullProfile(Optional.empty()), fullProfile(Optional.of(2000)));
    }
}
