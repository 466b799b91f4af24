package bilby.store;

import bilby.claim.Claim;

/** The claims: a unique value stands here with its owner, put if absent in the commit of whatever needs it. */
public final class Claims {

    private final Table table;

    Claims(String table) {
        this.table = new Table(table, "claim");
    }

    /** The id of the claim's owner. */
    public Key<String> owner(Claim claim) {
        return table.key(claim.name(), item -> item.text("owner"));
    }

    public Write take(Claim claim, String owner) {
        return table.add(Item.with("claim", claim.name()).put("owner", owner), Write.Refusal.TAKEN);
    }

    /** Frees a value whose owner the same commit changes or deletes. */
    public Write free(Claim claim) {
        return table.delete(owner(claim));
    }
}
