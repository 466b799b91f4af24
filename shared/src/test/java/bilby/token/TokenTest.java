package bilby.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {

    private static final Instant MADE = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant EXPIRY = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isKnownByTheSha256OfItsSecret() {
        assertThat(Token.idOf("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void isNoLongerValidFromTheSecondOfItsExpiryOn() {
        Token token = token("read-rewards");

        assertThat(token.isValid(EXPIRY.minusSeconds(1))).isTrue();
        assertThat(token.isValid(EXPIRY)).isFalse();
    }

    @Test
    void isNotValidOnceItIsRevoked() {
        Token revoked = token("*").revoked(MADE.plusSeconds(60));

        assertThat(revoked.isValid(MADE.plusSeconds(60))).isFalse();
        assertThat(revoked.updatedAt()).isEqualTo(MADE.plusSeconds(60));
        assertThat(revoked.createdAt()).isEqualTo(MADE);
    }

    @Test
    void permitsTheScopesThatItHasAndNoOther() {
        Token token = token("read-rewards", "redeem-strategy");

        assertThat(token.permits("redeem-strategy")).isTrue();
        assertThat(token.permits("delete-rewards")).isFalse();
        assertThat(token.permits("read")).isFalse();
    }

    @Test
    void aStarPermitsEverything() {
        assertThat(token("*").permits("delete-rewards")).isTrue();
    }

    private static Token token(String... scopes) {
        return new Token(Token.idOf("secret"), "till", List.of(scopes), false, MADE, MADE, EXPIRY);
    }
}
