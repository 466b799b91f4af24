package bilby.local;

import bilby.local.template.Template;
import bilby.local.template.TemplateFunction;
import bilby.store.Key;
import bilby.store.NewIds;
import bilby.store.Outcome;
import bilby.store.Plan;
import bilby.store.Store;
import bilby.token.Token;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The token whose secret is {@code local}: it is there from the start, and may do everything. */
final class LocalToken {

    /** Its secret. */
    static final String SECRET = "local";

    private static final Instant EXPIRES_AT = Instant.parse("9999-12-31T23:59:59Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private LocalToken() {}

    /** Adds it by a client that may do everything, unless the tables have it from an earlier start, revoked or not. */
    static void add(DynamoDbClient client, Template template, InstantSource clock) {
        template.functions().stream()
                .map(TemplateFunction::variables)
                .filter(variables -> variables.containsKey("TOKENS_TABLE"))
                .findFirst()
                .ifPresent(variables -> add(client, variables, clock));
    }

    private static void add(DynamoDbClient client, Map<String, String> variables, InstantSource clock) {
        SecureRandom random = new SecureRandom();
        Store store = new Store(client, variables, random);
        Token token = token(clock.instant());
        Outcome<Boolean> outcome = store.run(() -> PATIENCE, new NewIds(clock, random), () -> plan(store, token));
        if (!(outcome instanceof Outcome.Answered<Boolean>)) {
            throw new IllegalStateException("the local token could not be added: " + outcome);
        }
    }

    private static Plan<Boolean> plan(Store store, Token token) {
        Key<Token> key = store.tokens().key(token.id());
        if (store.get(key).isPresent()) {
            return Plan.nothing(false);
        }
        return Plan.commit(store.tokens().add(token), true);
    }

    private static Token token(Instant now) {
        return new Token(Token.idOf(SECRET), SECRET, List.of("*"), false, now, now, EXPIRES_AT);
    }
}
