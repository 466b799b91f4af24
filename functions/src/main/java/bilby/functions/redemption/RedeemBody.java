package bilby.functions.redemption;

import bilby.functions.http.Field;
import bilby.functions.http.Fields;
import bilby.functions.http.Json;
import bilby.functions.http.Parsed;
import bilby.money.Money;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import bilby.setting.Settings;
import bilby.wallet.LotKind;
import bilby.wallet.Movement;
import bilby.wallet.Redeem;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be redeemed, as a request says it (docs/api.md §5). */
record RedeemBody(
        Money amount, List<LotKind> strategies, boolean strict, boolean isDryRun, Redemption.Reference reference) {

    private static final String NOT_A_STRATEGY = "The strategy must be rewards or points.";

    static Parsed<RedeemBody> parse(ObjectNode body, boolean isDryRun, Settings settings) {
        Fields fields = Fields.of(body);
        Optional<Money> amount = fields.get("amount").required().positiveMoney();
        List<LotKind> strategies = strategies(fields, body);
        boolean strict = fields.get("strict").flag().orElse(settings.strictRedemption());
        fields.get("currency").currency(settings.currency());
        Redemption.Reference reference = ReferenceFields.parse(fields);
        return fields.parsed(() -> new RedeemBody(amount.orElseThrow(), strategies, strict, isDryRun, reference));
    }

    /** {@code strategies}, or else the older {@code strategy}: a list of words, or one of several joined by underscores. */
    private static List<LotKind> strategies(Fields fields, ObjectNode body) {
        String name = fields.has("strategies") || !fields.has("strategy") ? "strategies" : "strategy";
        if (!fields.has(name)) {
            return List.of(LotKind.REWARD, LotKind.POINT);
        }
        List<String> words = new ArrayList<>();
        if (name.equals("strategy") && !body.get(name).isArray()) {
            fields.get(name).line(Field.SHORT_TEXT).ifPresent(text -> words.addAll(List.of(text.split("_", -1))));
        } else {
            for (JsonNode word : fields.get(name).tags().orElseGet(Json::array)) {
                words.add(word.asText());
            }
        }
        List<LotKind> kinds = new ArrayList<>();
        for (String word : words) {
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
