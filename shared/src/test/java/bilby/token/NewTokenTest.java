package bilby.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewTokenTest {

    private static final Instant NOW = Instant.parse("2024-02-29T10:00:00Z");

    @Test
    void keepsTheHashOfItsSecretOnly() {
        Token token = Token.of("secret", "till 7", List.of("*"), NOW, Token.usualExpiry(NOW));
        assertThat(token.id()).isEqualTo("2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b");
        assertThat(token.isValid(NOW)).isTrue();
        assertThat(token.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void livesForOneYearUnlessItSaysOtherwise() {
        assertThat(Token.usualExpiry(NOW)).isEqualTo("2025-02-28T10:00:00Z");
    }

    @Test
    void hasAHashForAnIdAndNothingElse() {
        assertThat(Token.canBeId("0123456789abcdef".repeat(4))).isTrue();
        assertThat(Token.canBeId("")).isFalse();
        assertThat(Token.canBeId("g".repeat(64))).isFalse();
        assertThat(Token.canBeId("a".repeat(65))).isFalse();
    }
}
