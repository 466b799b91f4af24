package bilby.functions.reward;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.RewardType;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.money.Money;
import bilby.reward.Reward;
import bilby.wallet.CommitId;
import bilby.wallet.DefinitionRef;
import bilby.wallet.Hash;
import bilby.wallet.Lot;
import bilby.wallet.LotId;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import bilby.wallet.Wallet;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExtendBodyTest {

    private static final Instant NOW = Instant.parse("2025-03-10T12:00:00Z");
    private static final ProfileId MEMBER = new ProfileId(new UUID(1, 2));
    private static final Span OVER = Span.of(NOW.minusSeconds(60), NOW.minusSeconds(1));
    private static final Span GOING_ON = OVER.until(NOW.plus(Duration.ofDays(1)));

    @Test
    void anActiveRewardIsExtended() {
        assertThat(parse(GOING_ON, GOING_ON)).isInstanceOf(Parsed.Valid.class);
    }

    /** The row is read after the wallet, and a PUT may come between: what expired in the wallet lives on in the row. */
    @Test
    void aRewardThatIsNotActiveInTheWalletIsRefusedWhateverItsRowSaysMeanwhile() {
        assertThat(parse(OVER, GOING_ON))
                .isInstanceOfSatisfying(
                        Parsed.Invalid.class,
                        invalid -> assertThat(invalid.answer().status()).isEqualTo(422));
    }

    private static Parsed<ExtendBody> parse(Span inWallet, Span inRow) {
        Lot lot = new Lot(LotId.reward(7), 1_000, inWallet);
        Wallet wallet = new Wallet(MEMBER, 1, Hash.of(""), OVER.issuedAt(), true, List.of(lot));
        ObjectNode body = Json.object().put("profile_id", MEMBER.toString()).put("extend_days", 3);
        body.putArray("ids").add(7);
        return ExtendBody.parse(
                Fields.of(body), true, List.of(new StandingReward(reward(inRow), wallet, definition())), NOW);
    }

    private static Reward reward(Span span) {
        return new Reward(
                7,
                1,
                MEMBER,
                ZoneOffset.UTC,
                new DefinitionRef(1, 1),
                Money.ofDollars(10),
                Money.ZERO,
                span,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OVER.issuedAt(),
                OVER.issuedAt(),
                Optional.empty());
    }

    private static RewardDefinition definition() {
        return new RewardDefinition(
                1,
                1,
                new CommitId("c0ffee"),
                "Ten",
                "ten",
                RewardType.OTHER,
                Money.ofDollars(10),
                Optional.empty(),
                new Period(PeriodType.DAYS, 30, Optional.empty()),
                new RewardDefinition.Window(Optional.empty(), Optional.empty()),
                true,
                true,
                true,
                "{}",
                NOW,
                NOW);
    }
}
