package bilby.store;

import bilby.catalogue.Source;
import bilby.money.Points;
import bilby.point.PointGrant;
import bilby.wallet.DefinitionRef;
import bilby.wallet.ProfileId;
import bilby.wallet.Span;

/**
 * The grants of points as they were issued.
 * Every change of one is a movement. Yet each row has a version of its own, which its change requires: a commit shows itself
 * to readers item by item, so a row that is read after the wallet can be a moment older.
 */
public final class PointGrants {

    private final Table table;

    PointGrants(String table) {
        this.table = new Table(table, "id");
    }

    public Key<PointGrant> key(long id) {
        return table.key(id, PointGrants::read);
    }

    public Write add(PointGrant grant) {
        return table.add(item(grant), Write.Refusal.COLLISION);
    }

    /** The row after a change, over the one that was read. */
    public Write replace(PointGrant grant) {
        return table.replace(item(grant), grant.version() - 1);
    }

    String table() {
        return table.name();
    }

    private static Item item(PointGrant grant) {
        return Item.with("id", grant.id())
                .put("version", grant.version())
                .put("profile_id", grant.profileId().toString())
                .put("definition_id", grant.definition().id())
                .put("definition_version", grant.definition().version())
                .put("value_initial", grant.valueInitial().hundredths())
                .put("value_remaining", grant.heldAtExpiry().hundredths())
                .put("issued_at", grant.span().issuedAt())
                .putInstant("expires_at", grant.span().expiresAt())
                .putInstant("accrued_at", grant.accruedAt())
                .putText("description", grant.description())
                .putText("external_id", grant.externalId())
                .putText("meta", grant.meta())
                .putText("source_type", grant.source().map(Source::type))
                .putNumber("source_id", grant.source().flatMap(Source::id))
                .put("created_at", grant.createdAt())
                .put("updated_at", grant.updatedAt());
    }

    private static PointGrant read(Item item) {
        return new PointGrant(
                item.number("id"),
                item.number("version"),
                ProfileId.of(item.text("profile_id")),
                new DefinitionRef(item.number("definition_id"), item.number("definition_version")),
                Points.ofHundredths(item.number("value_initial")),
                Points.ofHundredths(item.number("value_remaining")),
                new Span(item.instant("issued_at"), item.optionalInstant("expires_at")),
                item.optionalInstant("accrued_at"),
                item.optionalText("description"),
                item.optionalText("external_id"),
                item.optionalText("meta"),
                item.optionalText("source_type").map(type -> new Source(type, item.optionalNumber("source_id"))),
                item.instant("created_at"),
                item.instant("updated_at"));
    }
}
