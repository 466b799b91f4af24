package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.Money;
import bilby.wallet.Close;
import bilby.wallet.Entry;
import bilby.wallet.Given;
import bilby.wallet.LotId;
import bilby.wallet.ProfileId;
import bilby.wallet.Wallet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class LedgerTest {

    private final Shop shop;

    LedgerTest(Dynamo dynamo) {
        shop = Shop.open(dynamo);
    }

    @Test
    void theEntriesOfAProfileAreReadFromAVersionDown() {
        ProfileId member = shop.member();
        for (long id = 1; id <= 4; id++) {
            shop.issue(member, LotId.reward(id), Money.ofDollars(id));
        }
        shop.memberWith(Money.ofDollars(1));

        assertThat(shop.store.entriesOf(member, 4))
                .containsExactlyElementsOf(shop.ledgerOf(member).reversed());
        assertThat(shop.store.entriesOf(member, 2).map(Entry::version)).containsExactly(2L, 1L);
        assertThat(shop.store.entriesOf(member, 0)).isEmpty();
    }

    /** DynamoDB reads 1 MB at a time. */
    @Test
    void aLedgerOfMoreThanOneReadIsReadToItsEnd() {
        List<Entry> entries =
                LongStream.rangeClosed(1, 30).mapToObj(LedgerTest::longEntry).toList();
        assertThat(entries.stream().mapToInt(entry -> entry.text().length()).sum())
                .isGreaterThan(1 << 20);
        entries.forEach(this::append);

        assertThat(shop.store.entriesOf(Given.SOMEONE, 30)).containsExactlyElementsOf(entries.reversed());
    }

    /** One of 2,000 lines. */
    private static Entry longEntry(long version) {
        Wallet full = Given.walletOf(2_000, Given.forever());
        Wallet wallet = new Wallet(Given.SOMEONE, version - 1, full.head(), full.lastEntryAt(), true, full.lots());
        return Given.moved(new Close(true).on(wallet, Given.at(Given.NOW))).entry();
    }

    private void append(Entry entry) {
        shop.write(List.of(shop.store.ledger().append(entry)));
    }
}
