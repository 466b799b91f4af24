package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.money.ExchangeRate;
import bilby.store.memory.InMemoryDynamoDb;
import bilby.token.Token;
import bilby.wallet.CommitId;
import bilby.wallet.Decision;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Full;
import bilby.wallet.Issue;
import bilby.wallet.LotId;
import bilby.wallet.Moment;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that never leaves the process. */
class InMemoryTest {

    private static final Instant NOW = Instant.parse("2026-02-10T01:59:59Z");
    private static final ProfileId PROFILE = ProfileId.of("3f2b8c1e-6d4a-4e0b-9a57-1c2d3e4f5a6b");
    private static final Token TOKEN = Token.of("a \"secret\"", "till \\ 4", List.of("*"), NOW, NOW.plusSeconds(1));

    @BeforeEach
    void nameARegion() {
        System.setProperty("aws.region", "local");
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty("aws.region");
    }

    @Test
    void findsWhatWasCommittedToItLast() {
        inMemory(store -> {
            commit(store, store.tokens().add(TOKEN));
            Wallet one = issue(store, Wallet.empty(PROFILE), 1);
            Wallet two = issue(store, one, 2);

            Key<Token> token = store.tokens().key(TOKEN.id());
            Key<Wallet> wallet = store.wallets().key(PROFILE);
            Snapshot found = store.read(List.of(token, wallet));
            assertThat(found.get(token)).contains(TOKEN);
            assertThat(found.get(wallet)).contains(two);
        });
    }

    @Test
    void findsNothingElse() {
        inMemory(store -> {
            commit(store, store.tokens().add(TOKEN));

            assertThat(store.get(store.tokens().key(Token.idOf("another")))).isEmpty();
            assertThat(store.get(store.wallets().key(PROFILE))).isEmpty();
            assertThat(store.redemptionsOf(PROFILE)).isEmpty();
            assertThat(store.tokens().all()).isEmpty();
        });
    }

    @Test
    void isGoneAfterwards() {
        inMemory(store -> commit(store, store.tokens().add(TOKEN)));

        inMemory(store -> assertThat(store.get(store.tokens().key(TOKEN.id()))).isEmpty());
    }

    private static void inMemory(Consumer<Store> rehearsal) {
        Map<String, String> variables = new TestTables(new InMemoryDynamoDb()).create();
        Store.inMemory(variables, new Random(1), rehearsal);
    }

    private static Wallet issue(Store store, Wallet wallet, long id) {
        Issue issue = new Issue(LotId.reward(id), 500, Span.from(NOW), new DefinitionRef(1, 1));
        return switch (issue.on(wallet, new Moment(NOW, new CommitId("commit" + id), ExchangeRate.DEFAULT))) {
            case Decision.Moved<Full> moved -> {
                commit(store, store.moved(moved.movement()));
                yield moved.movement().wallet();
            }
            case Decision.Refused<Full> refused -> throw new AssertionError(refused);
        };
    }

    private static void commit(Store store, Change change) {
        NewIds ids = new NewIds(InstantSource.fixed(NOW), new Random(1));
        assertThat(store.run(() -> Duration.ofSeconds(5), ids, () -> Plan.commit(change, "done")))
                .isEqualTo(new Outcome.Answered<>("done"));
    }
}
