package bilby.functions.redemption;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Parsed;
import bilby.money.Money;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import bilby.setting.Settings;
import bilby.wallet.LotKind;
import bilby.wallet.Movement;
import bilby.wallet.Redeem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be redeemed, as a request says it (docs/api.md §5). */
record RedeemBody(
        Money amount, List<LotKind> strategies, boolean strict, boolean isDryRun, Redemption.Reference reference) {

    private static final String NOT_A_STRATEGY = "The strategy must be rewards or points.";
    private static final int MOST_WORDS = 100;

    static Parsed<RedeemBody> parse(Fields fields, boolean isDryRun, Settings settings) {
        Optional<Money> amount = fields.get("amount").required().positiveMoney();
        List<LotKind> strategies = strategies(fields);
        boolean strict = fields.get("strict").flag().orElse(settings.strictRedemption());
        Redemption.Reference reference = ReferenceFields.parse(fields);
        return fields.parsed(() -> new RedeemBody(amount.orElseThrow(), strategies, strict, isDryRun, reference));
    }

    /** {@code strategies}, or else the older {@code strategy}: a list of words, or one of several joined by underscores. */
    private static List<LotKind> strategies(Fields fields) {
        String name = fields.has("strategies") || !fields.has("strategy") ? "strategies" : "strategy";
        if (!fields.has(name)) {
            return List.of(LotKind.REWARD, LotKind.POINT);
        }
        Optional<List<String>> words =
                name.equals("strategy") && !fields.get(name).isList()
                        ? fields.get(name).line(Field.SHORT_TEXT).map(text -> List.of(text.split("_", -1)))
                        : fields.get(name).texts(MOST_WORDS);
        List<LotKind> kinds = new ArrayList<>();
        for (String word : words.orElse(List.of())) {
            switch (word) {
                case "rewards" -> kinds.add(LotKind.REWARD);
                case "points" -> kinds.add(LotKind.POINT);
                default -> fields.refuseUnlessRefused(name, NOT_A_STRATEGY);
            }
        }
        if (kinds.isEmpty()) {
            fields.refuseUnlessRefused(name, NOT_A_STRATEGY);
        }
        return List.copyOf(kinds);
    }

    Redeem toCommand(long redemptionId) {
        return new Redeem(redemptionId, amount, strategies, strict);
    }

    Redemption toRedemption(long id, Movement movement) {
        Instant now = movement.entry().at();
        return new Redemption(
                id,
                1,
                movement.wallet().profileId(),
                RedemptionType.REDEEM,
                movement.entry().version(),
                movement.entry().value(),
                amount,
                Money.ZERO,
                Money.ZERO,
                false,
                Optional.empty(),
                Optional.empty(),
                reference,
                now,
                now);
    }
}
