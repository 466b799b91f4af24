package bilby.audit;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.catalogue.Source;
import bilby.money.Money;
import bilby.reward.Reward;
import bilby.wallet.Given;
import bilby.wallet.LotId;
import bilby.wallet.LotKind;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RebuiltTest {

    private final Member member = Member.withEverything();
    private final Account account = member.account();

    @Test
    void rowsThatAreLostAreMadeAnewAndThenNothingDiffers() {
        Map<Long, Reward> before = Map.copyOf(member.rewards);
        member.rewards.clear();
        member.points.clear();
        member.redemptions.clear();
        rebuild();
        assertThat(member.audited()).isEmpty();
        Reward grace = reward(5);
        assertThat(grace.source()).contains(Source.grace(16));
        assertThat(grace.createdAt()).isEqualTo(Given.noonOf("2025-02-20"));
        assertThat(reward(4).valueInitial()).isEqualTo(Money.ofDollars(7));
        assertThat(reward(4).zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(reward(1).deletedAt())
                .isEqualTo(Optional.ofNullable(before.get(1L)).orElseThrow().deletedAt());
    }

    @Test
    void rowsOfAnotherTimeAreMadeTrueAndKeepWhatOnlyTheyKnow() {
        Member earlier = Member.withARedemption();
        Reward stale = Optional.ofNullable(earlier.rewards.get(1L))
                .orElseThrow()
                .adjusted(Money.ofDollars(99), Given.forever(), Optional.of("{\"a\":1}"), Given.NOW);
        member.rewards.put(1L, stale);
        member.redemptions.computeIfPresent(
                11L, (id, row) -> row.paidFor(Optional.of(123L), Given.NOW).returned(Money.ofCents(1), Given.NOW));
        rebuild();
        assertThat(member.audited()).isEmpty();
        assertThat(reward(1).valueInitial()).isEqualTo(Money.ofDollars(99));
        assertThat(reward(1).meta()).contains("{\"a\":1}");
        assertThat(reward(1).zone()).isEqualTo(Member.MELBOURNE);
        assertThat(Optional.ofNullable(member.redemptions.get(11L))
                        .orElseThrow()
                        .saleId())
                .contains(123L);
    }

    @Test
    void whatIsTrueIsNotTouchedButForTheRowsVersion() {
        Map<Long, Reward> before = Map.copyOf(member.rewards);
        rebuild();
        assertThat(member.rewards).hasSameSizeAs(before);
        before.forEach((id, reward) -> assertThat(reward(id))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(reward));
    }

    private void rebuild() {
        account.lots().forEach((id, said) -> {
            if (id.kind() == LotKind.REWARD) {
                member.rewards.put(
                        id.id(),
                        Rebuilt.reward(said, Optional.ofNullable(member.rewards.get(id.id())), ZoneOffset.UTC)
                                .orElseThrow());
            } else {
                member.points.put(
                        id.id(),
                        Rebuilt.points(said, Optional.ofNullable(member.points.get(id.id())))
                                .orElseThrow());
            }
        });
        account.redemptions()
                .forEach((id, said) -> member.redemptions.put(
                        id,
                        Rebuilt.redemption(id, Given.SOMEONE, said, Optional.ofNullable(member.redemptions.get(id)))));
    }

    private Reward reward(long id) {
        assertThat(account.lots()).containsKey(LotId.reward(id));
        return Optional.ofNullable(member.rewards.get(id)).orElseThrow();
    }
}
