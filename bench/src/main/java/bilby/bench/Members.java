package bilby.bench;

import java.util.List;
import java.util.stream.Stream;

/** Members who can redeem for as long as a benchmark lasts, and what they ask for. */
final class Members {

    private final Served served;

    Members(Served served) {
        this.served = served;
        served.call(
                "POST",
                "/api/v3/rewards/definitions",
                "{\"name\":\"Plenty\",\"handle\":\"plenty\",\"value\":100000,\"period\":300,\"type\":\"bonus\"}");
    }

    List<String> of(int count) {
        return Stream.generate(this::member).limit(count).toList();
    }

    private String member() {
        String id = served.call("POST", "/api/v3/profiles", "{\"first_name\":\"Ada\"}")
                .at("/data/id")
                .asText();
        served.call(
                "POST",
                "/api/v3/rewards",
                "{\"profile_id\":\"" + id + "\",\"reward_definition_id\":1,\"timezone\":\"UTC\"}");
        return id;
    }

    /** The id of a redemption of a dollar. */
    long redeem(String profile) {
        return served.call("POST", "/api/v3/profiles/" + profile + "/redeem", "{\"amount\":\"1\"}")
                .at("/data/id")
                .asLong();
    }

    void balance(String profile) {
        served.call("GET", "/api/v3/profiles/" + profile + "/balances", "");
    }
}
