package bilby.store;

import bilby.token.Token;
import java.util.List;

/** The API tokens, each under the SHA-256 of its secret, which is its id. */
public final class Tokens {

    private static final String HASH = "hash";

    private final Table table;
    private final Finder finder;

    Tokens(String table, Finder finder) {
        this.table = new Table(table, HASH);
        this.finder = finder;
    }

    public Key<Token> key(String id) {
        return table.key(id, Tokens::read);
    }

    /** All tokens there are, revoked and expired ones too; a token made or revoked just now is seen so. */
    public List<Token> all() {
        return finder.all(table.name()).map(Tokens::read).toList();
    }

    /**
     * A new token. Where it may be there already, as one that a start-up puts in place, the run reads its key first and
     * plans nothing if it finds it; if another puts it in between, the run decides again, and finds it.
     */
    public Change add(Token token) {
        return Change.added(key(token.id()), item(token), table.add(item(token), Write.Refusal.STALE));
    }

    /** A revoked token over the valid one: nothing else about a token changes. */
    public Change revoke(Token revoked) {
        return Change.replaced(key(revoked.id()), item(revoked), table.replace(item(revoked), 1));
    }

    private static Item item(Token token) {
        return Item.with(HASH, token.id())
                .put("version", token.isRevoked() ? 2 : 1)
                .put("name", token.name())
                .put("scopes", token.scopes())
                .put("revoked", token.isRevoked())
                .put("created_at", token.createdAt())
                .put("updated_at", token.updatedAt())
                .put("expires_at", token.expiresAt());
    }

    private static Token read(Item item) {
        return new Token(
                item.text(HASH),
                item.text("name"),
                item.texts("scopes"),
                item.flag("revoked"),
                item.instant("created_at"),
                item.instant("updated_at"),
                item.instant("expires_at"));
    }
}
