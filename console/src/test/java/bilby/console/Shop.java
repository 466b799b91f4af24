package bilby.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What goes on behind the console's back: other tills, and what a test needs to be there. */
record Shop(URI root) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The data of the answer; single quotes in the body stand for double ones. */
    JsonNode post(String path, String body) {
        return send("POST", path, body.replace('\'', '"'));
    }

    JsonNode put(String path, String body) {
        return send("PUT", path, body.replace('\'', '"'));
    }

    JsonNode get(String path) {
        return send("GET", path, "");
    }

    /** Waits until all that has moved is in the reports. */
    void settle() {
        request("POST", "/_local/schedules/EraseProfiles", "");
    }

    private JsonNode send(String method, String path, String body) {
        return request(method, "/api/v3" + path, body);
    }

    private JsonNode request(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer local")
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            JsonNode json = JSON.readTree(answer.body());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + json);
            }
            return json.has("data") ? json.get("data") : json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String unique() {
        return "u" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** A new member's id. */
    String member(String firstName) {
        return post(
                        "/profiles",
                        "{'first_name':'%s','last_name':'Doe','email':'%s@example.com'}".formatted(firstName, unique()))
                .path("id")
                .asText();
    }

    /** The id of a new definition of this name: $10 for 30 days, extendable by 14. */
    long definition(String name) {
        return post(
                        "/rewards/definitions",
                        ("{'name':'%s','handle':'%s','value':10,'period':30,'type':'bonus',"
                                        + "'is_extendable':true,'extend_days':14}")
                                .formatted(name, unique()))
                .path("id")
                .asLong();
    }

    /** A new reward's id. */
    long reward(String member, long definition) {
        return post(
                        "/rewards",
                        "{'profile_id':'%s','reward_definition_id':%d,'timezone':'Australia/Melbourne'}"
                                .formatted(member, definition))
                .path("id")
                .asLong();
    }

    /** The id of a new redemption. */
    long redemption(String member, String amount) {
        return post("/profiles/" + member + "/redeem", "{'amount':'%s'}".formatted(amount))
                .path("id")
                .asLong();
    }

    /** What the member has in rewards, in dollars. */
    double balance(String member) {
        return get("/profiles/" + member + "/balances").path("reward_balance").asDouble();
    }

    /** How many redemptions of any type there are of the member. */
    int redemptions(String member) {
        return get("/profiles/" + member + "/redemptions").size();
    }

    /** A new token's secret. */
    String token(List<String> scopes) {
        String quoted = scopes.stream()
                .map(scope -> "'" + scope + "'")
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        return post("/auth/api-tokens", "{'name':'Test','scopes':[" + quoted + "]}")
                .path("accessToken")
                .asText();
    }

    /** The id of whoever of the first hundred members has most to spend, among those who have paid for a sale with it. */
    String richest() {
        return get("/profiles?page%5Bsize%5D=100")
                .valueStream()
                .sorted(Comparator.comparingDouble(
                        member -> -member.path("combined_balance_dollars").asDouble()))
                .map(member -> member.path("id").asText())
                .filter(member -> paidSale(member).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** The id of the member's latest sale that a redemption paid for. */
    Optional<String> paidSale(String member) {
        return get("/profiles/" + member + "/transactions?page%5Bsize%5D=100")
                .valueStream()
                .filter(sale -> sale.hasNonNull("redemption"))
                .findFirst()
                .map(sale -> sale.path("id").asText());
    }
}
