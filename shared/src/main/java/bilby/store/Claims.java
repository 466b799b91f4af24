package bilby.store;

import bilby.birthday.BirthdayClaim;
import bilby.claim.Claim;
import bilby.claim.KeptAnswer;
import bilby.wallet.Hash;
import bilby.wallet.ProfileId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The claims: a unique value stands here with its owner, put if absent in the commit of whatever needs it. */
public final class Claims {

    /** In bytes: an item of DynamoDB's has 400 KB at most, its attributes' names included. */
    private static final int LONGEST_BODY = 390 << 10;

    /** The key of the index over kept answers, which has only those that no entry in the ledger leads to. */
    static final String FILED_UNDER = "filed_under";

    /** The key of the index over the identifiers of identities, which has only their claims. */
    static final String IDENTIFIER = "identifier";

    static final String OWNER = "owner";

    private final Table table;

    Claims(String table) {
        this.table = new Table(table, "claim");
    }

    /** The id of the claim's owner. */
    public Key<String> owner(Claim claim) {
        return table.key(claim.name(), item -> item.text(OWNER));
    }

    public Write take(Claim claim, String owner) {
        return table.add(Item.with("claim", claim.name()).put(OWNER, owner), Write.Refusal.TAKEN);
    }

    /** Takes an identity, so that its owner is found by its identifier alone too. */
    public Write takeIdentity(Claim claim, String identifier, String owner) {
        return table.add(
                Item.with("claim", claim.name()).put(OWNER, owner).put(IDENTIFIER, identifier), Write.Refusal.TAKEN);
    }

    /** Takes a value that was seen to be free; if another has taken it since, it is read and decided again. */
    public Write takeIfStillFree(Claim claim, String owner) {
        return table.add(Item.with("claim", claim.name()).put(OWNER, owner), Write.Refusal.STALE);
    }

    /** The answer kept under an idempotency key. */
    public Key<KeptAnswer> kept(Claim key) {
        return table.key(key.name(), Claims::kept);
    }

    /** Keeps an answer under an idempotency key; empty if the answer is too long to be kept. */
    public Optional<Write> keep(Claim key, KeptAnswer answer) {
        Item item = item(key, answer);
        Optional<byte[]> body = answer.body().map(Compressed::of);
        if (body.filter(bytes -> bytes.length > LONGEST_BODY).isPresent()) {
            return Optional.empty();
        }
        body.ifPresent(bytes -> item.put("body", bytes));
        return Optional.of(table.addOrShow(item, Write.Refusal.TAKEN));
    }

    /** Puts in place of a kept answer that the person whom it was about is gone. */
    public Write erase(Claim key, ProfileId profileId) {
        return table.put(item(key, KeptAnswer.erased(profileId)));
    }

    /** The same of several answers, whatever stands there. */
    public Change erase(List<Claim> keys, ProfileId profileId) {
        return Change.put(
                kept(keys.getFirst()),
                keys.stream().map(key -> erase(key, profileId)).toList());
    }

    private static Item item(Claim key, KeptAnswer answer) {
        return Item.with("claim", key.name())
                .put("fingerprint", answer.fingerprint().hex())
                .putText("profile_id", answer.profileId().map(ProfileId::toString))
                .putText(FILED_UNDER, answer.filedUnder())
                .put("status", answer.status());
    }

    List<Claim> filedUnder(Finder finder, String name) {
        return finder.filedUnder(table.name(), name)
                .map(item -> new Claim(item.text("claim")))
                .toList();
    }

    Stream<String> identified(Finder finder, String identifier) {
        return finder.identified(table.name(), identifier);
    }

    static KeptAnswer kept(Item item) {
        return new KeptAnswer(
                new Hash(item.text("fingerprint")),
                item.optionalText("profile_id").map(ProfileId::of),
                item.optionalText(FILED_UNDER),
                Math.toIntExact(item.number("status")),
                item.optionalBytes("body").map(Compressed::text));
    }

    /** What a member has had for a birthday. */
    public Key<BirthdayClaim> birthday(Claim claim) {
        return table.key(
                claim.name(),
                item -> new BirthdayClaim(
                        LocalDate.parse(item.text("celebrated")), Long.parseLong(item.text(OWNER)), item.text("part")));
    }

    /** Takes a birthday's claim, in the commit that issues its reward. */
    public Write take(Claim claim, BirthdayClaim had) {
        return table.add(
                Item.with("claim", claim.name())
                        .put(OWNER, Long.toString(had.rewardId()))
                        .put("celebrated", had.celebrated().toString())
                        .put("part", had.part()),
                Write.Refusal.TAKEN);
    }

    /** Files a sale to nobody known under whom it was found to be to: they are led to the answers about it from before. */
    public Write gotBuyer(long saleId, ProfileId buyer) {
        return table.put(Item.with("claim", Claim.buyer(saleId).name()).put(FILED_UNDER, Sales.foundToBe(buyer)));
    }

    /** Frees a value whose owner the same commit changes or deletes. */
    public Write free(Claim claim) {
        return table.delete(owner(claim));
    }
}
