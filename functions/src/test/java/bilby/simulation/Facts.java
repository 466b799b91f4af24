package bilby.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What an answer says, in the model's words. */
final class Facts {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Facts() {}

    static List<String> of(Command command, String body) {
        JsonNode data = body.isEmpty() ? MAPPER.createObjectNode() : read(body).path("data");
        List<String> facts = new ArrayList<>();
        switch (command) {
            case Command.IssueReward _, Command.IssuePoints _, Command.Adjust _ -> addLot(facts, data);
            case Command.Extend _ -> data.forEach(lot -> addLot(facts, lot));
            case Command.Redeem _, Command.Return _, Command.Reverse _ -> {
                facts.add("total " + hundredths(data.path("total")));
                facts.add("forfeited " + hundredths(data.path("total_forfeited")));
                data.path("items")
                        .forEach(item -> facts.add(
                                "item " + hundredths(item.path("value")) + " " + hundredths(item.path("count"))));
                addBalances(facts, data.path("balances"));
            }
            case Command.Sell _, Command.ChangeSale _ -> {
                facts.add("earned " + hundredths(data.path("points_earned")));
                facts.add("shortfall " + hundredths(data.path("points_shortfall")));
            }
            case Command.ReadBalances _ -> addBalances(facts, data);
            default -> {}
        }
        return facts;
    }

    /** The id of what was made. */
    static long id(String body) {
        return read(body).path("data").path("id").asLong();
    }

    private static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body, e);
        }
    }

    private static void addLot(List<String> facts, JsonNode lot) {
        facts.add("remaining " + hundredths(lot.path("value_remaining")));
        facts.add("active "
                + (lot.has("is_active")
                        ? lot.path("is_active").asBoolean()
                        : lot.path("status").asText().equals("active")));
        facts.add("expires "
                + (lot.path("expires_at").isNull()
                        ? "never"
                        : LocalDateTime.parse(lot.path("expires_at").asText().replace(' ', 'T'))
                                .toInstant(ZoneOffset.UTC)));
    }

    private static void addBalances(List<String> facts, JsonNode balances) {
        facts.add("rewards " + hundredths(balances.path("reward_balance")));
        facts.add("points " + hundredths(balances.path("point_balance")));
        facts.add("dollars " + hundredths(balances.path("point_balance_dollars")));
    }

    private static long hundredths(JsonNode number) {
        return new BigDecimal(number.asText()).movePointRight(2).longValueExact();
    }
}
