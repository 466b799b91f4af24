package bilby.store;

import bilby.money.Money;
import bilby.redemption.Redemption;
import bilby.redemption.RedemptionType;
import bilby.wallet.ProfileId;

/**
 * The redemptions.
 * Every change of one is a movement. Yet each row has a version of its own, which its change requires: a commit shows itself
 * to readers item by item, so a row that is read after the wallet can be a moment older.
 */
public final class Redemptions {

    private final Table table;

    Redemptions(String table) {
        this.table = new Table(table, "id");
    }

    public Key<Redemption> key(long id) {
        return table.key(id, Redemptions::read);
    }

    public Write add(Redemption redemption) {
        return table.add(item(redemption), Write.Refusal.COLLISION);
    }

    /** The row after a change, over the one that was read. */
    public Write replace(Redemption redemption) {
        return table.replace(item(redemption), redemption.version() - 1);
    }

    String table() {
        return table.name();
    }

    private static Item item(Redemption redemption) {
        return Item.with("id", redemption.id())
                .put("version", redemption.version())
                .put("profile_id", redemption.profileId().toString())
                .put("type", redemption.type().word())
                .put("entry_version", redemption.entryVersion())
                .put("total", redemption.total().cents())
                .put("requested", redemption.requested().cents())
                .put("returned", redemption.returned().cents())
                .put("forfeited", redemption.forfeited().cents())
                .put("reversed", redemption.isReversed())
                .putNumber("redemption_id", redemption.undoes())
                .putNumber("transaction_id", redemption.saleId())
                .putText("location_id", redemption.reference().locationId())
                .putText("transaction_external_id", redemption.reference().transactionExternalId())
                .putText("transaction_receipt_ref", redemption.reference().transactionReceiptRef())
                .putText("meta", redemption.reference().meta())
                .put("created_at", redemption.createdAt())
                .put("updated_at", redemption.updatedAt());
    }

    private static Redemption read(Item item) {
        return new Redemption(
                item.number("id"),
                item.number("version"),
                ProfileId.of(item.text("profile_id")),
                RedemptionType.of(item.text("type")),
                item.number("entry_version"),
                Money.ofCents(item.number("total")),
                Money.ofCents(item.number("requested")),
                Money.ofCents(item.number("returned")),
                Money.ofCents(item.number("forfeited")),
                item.flag("reversed"),
                item.optionalNumber("redemption_id"),
                item.optionalNumber("transaction_id"),
                new Redemption.Reference(
                        item.optionalText("location_id"),
                        item.optionalText("transaction_external_id"),
                        item.optionalText("transaction_receipt_ref"),
                        item.optionalText("meta")),
                item.instant("created_at"),
                item.instant("updated_at"));
    }
}
