package bilby.store;

import static bilby.store.Records.token;
import static org.assertj.core.api.Assertions.assertThat;

import bilby.token.Token;
import org.junit.jupiter.api.Test;

@OnEachDynamo
class TokensTest {

    private final Shop shop;

    TokensTest(Dynamo dynamo) {
        shop = Shop.withPatienceFor(2, dynamo);
    }

    @Test
    void whatIsPutIsWhatIsReadUnderTheHashOfItsSecret() {
        shop.commit(shop.store.tokens().add(token("secret")));

        assertThat(shop.store.get(shop.store.tokens().key(Token.idOf("secret"))))
                .contains(token("secret"));
        assertThat(shop.store.get(shop.store.tokens().key("secret"))).isEmpty();
    }

    @Test
    void aRevokedTokenIsSoAtOnceAndCanBeRevokedOnce() {
        Token revoked = token("secret").revoked(Shop.NOW);
        shop.commit(shop.store.tokens().add(token("secret")));
        shop.commit(shop.store.tokens().revoke(revoked));

        assertThat(shop.store.get(shop.store.tokens().key(revoked.id()))).contains(revoked);
        assertThat(shop.run(() -> Plan.commit(shop.store.tokens().revoke(revoked), "revoked")))
                .isEqualTo(new Outcome.NothingMoved<>());
    }

    @Test
    void allAreFound() {
        Token revoked = token("one").revoked(Shop.NOW);
        shop.commit(shop.store.tokens().add(token("one")));
        shop.commit(shop.store.tokens().revoke(revoked));
        shop.commit(shop.store.tokens().add(token("two")));

        assertThat(shop.store.tokens().all()).containsExactlyInAnyOrder(revoked, token("two"));
    }
}
