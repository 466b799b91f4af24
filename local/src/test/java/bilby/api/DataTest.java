package bilby.api;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import bilby.local.http.Address;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataTest {

    @Test
    void aRestartKeepsEverything(@TempDir Path data) {
        Options options = new Options(
                Api.template(), 0, Address.loopback(0), Address.loopback(0), Optional.of(data), false, false);
        String token;
        String profile;
        List<String> paths;
        List<JsonNode> before;
        try (LocalServer server = LocalServer.start(options)) {
            Api api = Api.of(server);
            token = api.post("/auth/api-tokens", "{'name':'till','scopes':['*']}")
                    .json()
                    .get("accessToken")
                    .asText();
            profile = api.profile();
            long definition = api.definition();
            JsonNode reward = api.reward(profile, definition, "");
            long redemption = api.redemption(profile);
            JsonNode sale = api.sale(
                            ",'external_id':'T-1','profile_id':'" + profile + "','redemption_id':" + redemption)
                    .data();
            paths = List.of(
                    "/profiles/" + profile,
                    "/profiles/" + profile + "/balances",
                    "/rewards/definitions/" + definition,
                    "/rewards/" + reward.get("id").asText(),
                    "/redemptions/" + redemption,
                    "/transactions/" + sale.get("id").asText(),
                    "/transactions/external/T-1");
            before = paths.stream().map(path -> api.get(path).data()).toList();
        }
        try (LocalServer server = LocalServer.start(options)) {
            Api api = Api.of(server).with(token);
            assertThat(paths.stream().map(path -> api.get(path).data())).isEqualTo(before);
            assertThat(before).noneMatch(JsonNode::isMissingNode);
            assertThat(api.definition()).isEqualTo(3);
            assertThat(api.sale(",'external_id':'T-1'").errors()).containsExactly("external_id");
            assertThat(api.reward(profile, 1, "").get("version").asInt())
                    .isGreaterThan(before.get(3).get("version").asInt());
        }
    }
}
