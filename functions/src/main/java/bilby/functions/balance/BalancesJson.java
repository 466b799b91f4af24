package bilby.functions.balance;

import bilby.functions.http.Json;
import bilby.money.Money;
import bilby.setting.Settings;
import bilby.wallet.Balances;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Balances as the API shows them (docs/api.md §4). Benefits and credit, which Bilby has not, are 0. */
public final class BalancesJson {

    private BalancesJson() {}

    public static ObjectNode of(Balances balances, Settings settings) {
        JsonNode rewards = Json.of(balances.rewards());
        JsonNode pointDollars = Json.of(balances.pointDollars(settings.exchangeRate()));
        JsonNode combined = Json.of(balances.combined(settings.exchangeRate()));
        ObjectNode json = Json.object();
        json.set("reward_balance", rewards);
        json.set("point_balance", Json.of(balances.points()));
        json.set("point_balance_dollars", pointDollars);
        json.set("benefit_balance", Json.of(Money.ZERO));
        json.set("credit_balance", Json.of(Money.ZERO));
        json.set("combined_balance_dollars", combined);
        json.put("currency", settings.currency());
        ObjectNode localised = json.putObject("localised");
        localised.set("reward_balance", rewards);
        localised.set("point_balance_dollars", pointDollars);
        localised.set("combined_balance_dollars", combined);
        return json;
    }
}
