package bilby.functions.token;

import bilby.functions.http.Json;
import bilby.token.Token;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A token as the API shows it (docs/api.md §8), without its secret. */
final class TokenJson {

    private TokenJson() {}

    static ObjectNode of(Token token) {
        ObjectNode json = Json.object();
        json.put("id", token.id());
        json.put("name", token.name());
        ArrayNode scopes = json.putArray("scopes");
        token.scopes().forEach(scopes::add);
        json.put("revoked", token.isRevoked());
        json.set("created_at", Json.of(token.createdAt()));
        json.set("updated_at", Json.of(token.updatedAt()));
        json.set("expires_at", Json.of(token.expiresAt()));
        return json;
    }
}
