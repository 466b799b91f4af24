package bilby.bench.spring;

import bilby.redemption.Redemption;
import bilby.setting.Settings;
import bilby.wallet.Line;
import bilby.wallet.Movement;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/** What a redemption is answered with: the same as Bilby answers, but for what is always null there. */
record RedemptionResponse(Data data) {

    record Data(
            long id,
            @JsonProperty("profile_id") String profileId,
            String type,
            BigDecimal total,
            @JsonProperty("total_requested") BigDecimal totalRequested,
            Balances balances,
            List<Item> items,
            String currency,
            @JsonProperty("created_at") String createdAt) {}

    record Balances(
            @JsonProperty("reward_balance") BigDecimal rewards,
            @JsonProperty("combined_balance_dollars") BigDecimal combined) {}

    record Item(long id, String type, BigDecimal value) {}

    static RedemptionResponse of(Redemption redemption, Movement movement, Settings settings) {
        var balances = movement.entry().balances();
        return new RedemptionResponse(new Data(
                redemption.id(),
                redemption.profileId().toString(),
                redemption.type().word(),
                dollars(redemption.total().cents()),
                dollars(redemption.requested().cents()),
                new Balances(
                        dollars(balances.rewards().cents()),
                        dollars(balances.combined(settings.exchangeRate()).cents())),
                movement.entry().lines().stream().map(RedemptionResponse::item).toList(),
                settings.currency(),
                redemption.createdAt().toString()));
    }

    private static Item item(Line line) {
        return new Item(
                line.lot().id(),
                line.isReward() ? "reward" : "point",
                dollars(line.value().cents()));
    }

    private static BigDecimal dollars(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
