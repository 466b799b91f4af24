package bilby.store;

import bilby.catalogue.Source;
import bilby.money.Money;
import bilby.reward.Reward;
import bilby.wallet.DefinitionRef;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;
import java.time.ZoneId;

/**
 * The rewards as they were issued.
 * Every change of one is a movement. Yet each row has a version of its own, which its change requires: a commit shows itself
 * to readers item by item, so a row that is read after the wallet can be a moment older.
 */
public final class Rewards {

    private static final String PROFILE_ID = "profile_id";

    /** Where a deleted reward keeps its profile, so that the index of what a profile has does not hold it. */
    private static final String DELETED_FROM = "deleted_from";

    private final Table table;

    Rewards(String table) {
        this.table = new Table(table, "id");
    }

    public Key<Reward> key(long id) {
        return table.key(id, Rewards::read);
    }

    public Write add(Reward reward) {
        return table.add(item(reward), Write.Refusal.COLLISION);
    }

    /** The row after a change, over the one that was read. */
    public Write replace(Reward reward) {
        return table.replace(item(reward), reward.version() - 1);
    }

    String table() {
        return table.name();
    }

    private static Item item(Reward reward) {
        return Item.with("id", reward.id())
                .put("version", reward.version())
                .put(
                        reward.isDeleted() ? DELETED_FROM : PROFILE_ID,
                        reward.profileId().toString())
                .put("timezone", reward.zone().getId())
                .put("definition_id", reward.definition().id())
                .put("definition_version", reward.definition().version())
                .put("value_initial", reward.valueInitial().cents())
                .put("value_remaining", reward.heldAtExpiry().cents())
                .put("issued_at", reward.span().issuedAt())
                .putInstant("expires_at", reward.span().expiresAt())
                .putInstant("extended_at", reward.extendedAt())
                .putText("external_id", reward.externalId())
                .putText("meta", reward.meta())
                .putText("source_type", reward.source().map(Source::type))
                .putNumber("source_id", reward.source().flatMap(Source::id))
                .put("created_at", reward.createdAt())
                .put("updated_at", reward.updatedAt())
                .putInstant("deleted_at", reward.deletedAt());
    }

    private static Reward read(Item item) {
        return new Reward(
                item.number("id"),
                item.number("version"),
                ProfileId.of(item.text(item.has(PROFILE_ID) ? PROFILE_ID : DELETED_FROM)),
                ZoneId.of(item.text("timezone")),
                new DefinitionRef(item.number("definition_id"), item.number("definition_version")),
                Money.ofCents(item.number("value_initial")),
                Money.ofCents(item.number("value_remaining")),
                new Span(item.instant("issued_at"), item.optionalInstant("expires_at")),
                item.optionalInstant("extended_at"),
                item.optionalText("external_id"),
                item.optionalText("meta"),
                item.optionalText("source_type").map(type -> new Source(type, item.optionalNumber("source_id"))),
                item.instant("created_at"),
                item.instant("updated_at"),
                item.optionalInstant("deleted_at"));
    }
}
