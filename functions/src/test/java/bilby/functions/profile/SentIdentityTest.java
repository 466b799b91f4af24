package bilby.functions.profile;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.profile.Identity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentIdentityTest {

    private static final Instant NOW = Instant.parse("2026-02-10T00:00:00Z");
    private static final Identity CARD = new Identity(7, "card", "1", false, true, NOW, NOW);

    @Test
    void aNewIdentityHasAnIdThatNoneOfTheOthersHas() {
        List<Identity> after = SentIdentity.toIdentities(
                List.of(sent("card", "1"), sent("card", "2"), sent("shop", "1")),
                List.of(CARD),
                number -> 6 + number,
                NOW.plusSeconds(1));
        assertThat(after).extracting(Identity::id).containsExactly(7L, 6L, 8L);
        assertThat(after.getFirst()).isEqualTo(CARD);
    }

    @Test
    void anIdentityThatChangesKeepsItsIdAndWhenItWasMade() {
        Instant later = NOW.plusSeconds(60);
        assertThat(new SentIdentity("shop", "2", true, false).over(CARD, later))
                .isEqualTo(new Identity(7, "shop", "2", true, false, NOW, later));
    }

    private static SentIdentity sent(String handle, String identifier) {
        return new SentIdentity(handle, identifier, false, true);
    }
}
