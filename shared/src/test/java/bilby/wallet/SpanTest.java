package bilby.wallet;

import static bilby.wallet.Given.lastSecondOf;
import static bilby.wallet.Given.noonOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final Instant ISSUE = noonOf("2025-03-01");
    private static final Instant EXPIRY = lastSecondOf("2025-03-31");
    private static final Span MARCH = Span.of(ISSUE, EXPIRY);

    @Test
    void theSecondOfExpiryStillCountsAndTheNextDoesNot() {
        assertThat(MARCH.includes(EXPIRY)).isTrue();
        assertThat(MARCH.includes(EXPIRY.plusMillis(999))).isTrue();
        assertThat(MARCH.includes(EXPIRY.plusSeconds(1))).isFalse();
        assertThat(MARCH.isExpired(EXPIRY.plusMillis(999))).isFalse();
        assertThat(MARCH.isExpired(EXPIRY.plusSeconds(1))).isTrue();
    }

    @Test
    void itBeginsWithTheSecondOfIssue() {
        assertThat(MARCH.includes(ISSUE.minusSeconds(1))).isFalse();
        assertThat(MARCH.isExpired(ISSUE.minusSeconds(1))).isFalse();
        assertThat(MARCH.includes(ISSUE)).isTrue();
    }

    @Test
    void withoutAnExpiryItNeverEnds() {
        Span endless = Span.from(ISSUE);

        assertThat(endless.includes(noonOf("9999-12-31"))).isTrue();
        assertThat(endless.includes(ISSUE.minusSeconds(1))).isFalse();
    }

    @Test
    void aNewExpiryLeavesItsIssueAsItWas() {
        assertThat(MARCH.until(noonOf("2025-06-30"))).isEqualTo(Span.of(ISSUE, noonOf("2025-06-30")));
    }
}
