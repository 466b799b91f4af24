package bilby.wallet;

import static bilby.wallet.Given.NOW;
import static bilby.wallet.Given.SOMEONE;
import static bilby.wallet.Given.at;
import static bilby.wallet.Given.forever;
import static bilby.wallet.Given.issueOf;
import static bilby.wallet.Given.moved;
import static bilby.wallet.Given.redeem;
import static bilby.wallet.Given.reward;
import static bilby.wallet.Given.walletOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bilby.money.Money;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HashChainTest {

    private static final Lot TEN_DOLLARS = reward(1, Money.ofDollars(10), forever());

    @Test
    void eachEntryNamesTheHashOfTheOneBeforeIt() {
        Movement first = moved(issueOf(TEN_DOLLARS).on(Wallet.empty(SOMEONE), at(NOW)));
        Movement second = moved(redeem(Money.ofDollars(1)).on(first.wallet(), at(NOW)));

        assertThat(second.entry().previous()).isEqualTo(Hash.of(first.entry().text()));
        assertThat(second.wallet().head()).isEqualTo(second.entry().hash());
    }

    @Test
    void noByteOfATextCanChangeWithoutChangingItsHash() {
        String text = new Any(3).entry().text();
        Set<Hash> hashes = new HashSet<>(Set.of(Hash.of(text)));

        for (int i = 0; i < text.length(); i++) {
            char changed = (char) (text.charAt(i) ^ 1);
            hashes.add(Hash.of(text.substring(0, i) + changed + text.substring(i + 1)));
        }

        assertThat(hashes).hasSize(text.length() + 1);
    }

    @Test
    void theHashIsSha256() {
        assertThat(Hash.of("abc")).hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void twoWalletsNeverShareAChain() {
        ProfileId another = ProfileId.of("00000000-0000-4000-8000-000000000002");

        assertThat(Wallet.empty(another).head())
                .isNotEqualTo(Wallet.empty(SOMEONE).head());
    }

    @Test
    void anEntryOfAnotherPlaceInTheChainIsRefused() {
        Wallet wallet = walletOf(TEN_DOLLARS);
        Entry next = moved(redeem(Money.ofDollars(1)).on(wallet, at(NOW))).entry();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Wallet.empty(SOMEONE).after(next))
                .withMessageContaining("does not follow version 0");
        assertThatIllegalArgumentException().isThrownBy(() -> wallet.after(next).after(next));
    }

    @Test
    void anEntryThatFollowsADifferentPastIsRefusedThoughItsLinesWouldFit() {
        Wallet wallet = walletOf(TEN_DOLLARS);
        Wallet elsewhere = walletOf(reward(1, Money.ofDollars(11), forever()));
        Entry next = new Link(1).on(elsewhere, at(NOW)).entry();

        assertThat(next.version()).isEqualTo(wallet.version() + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> wallet.after(next));
    }
}
