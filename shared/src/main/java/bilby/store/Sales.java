package bilby.store;

import bilby.money.EarnRate;
import bilby.money.Money;
import bilby.money.Points;
import bilby.sale.Earning;
import bilby.sale.Sale;
import bilby.wallet.CommitId;
import bilby.wallet.ProfileId;
import java.math.BigDecimal;
import java.time.ZoneId;

/** The sales, each with a version of its own. */
public final class Sales {

    private final Table table;

    Sales(String table) {
        this.table = new Table(table, "id");
    }

    public Key<Sale> key(long id) {
        return table.key(id, Sales::read);
    }

    public Change add(Sale sale) {
        return Change.added(key(sale.id()), item(sale), table.add(item(sale), Write.Refusal.COLLISION))
                .about(sale.profileId())
                .filedUnder(answersOf(sale));
    }

    public Change replace(Sale sale) {
        return Change.replaced(key(sale.id()), item(sale), table.replace(item(sale), sale.version() - 1))
                .about(sale.profileId())
                .filedUnder(answersOf(sale));
    }

    /** An answer about a sale is its buyer's, and of a sale to nobody known the sale's own: it may get a buyer yet. */
    private static String answersOf(Sale sale) {
        return sale.profileId().map(Profiles::answersOf).orElseGet(() -> answersOf(sale.id()));
    }

    /** The name that answers about a sale to nobody known are filed under. */
    static String answersOf(long id) {
        return "transaction#" + id;
    }

    /** The name that sales to nobody known are filed under once they are found to be a profile's. */
    static String foundToBe(ProfileId buyer) {
        return "buyer#" + buyer;
    }

    public Change delete(Sale sale) {
        return Change.deleted(key(sale.id()), sale.version(), table.delete(key(sale.id()), sale.version()));
    }

    String table() {
        return table.name();
    }

    private static Item item(Sale sale) {
        return Item.with("id", sale.id())
                .put("version", sale.version())
                .put("commit", sale.commit().value())
                .putText("profile_id", sale.profileId().map(ProfileId::toString))
                .putText("external_id", sale.externalId())
                .putNumber("redemption_id", sale.redemptionId())
                .put("total", sale.total().cents())
                .put("timezone", sale.zone().getId())
                .put("transacted_at", sale.transactedAt())
                .put("void", sale.isVoid())
                .put("earn_rate", sale.earning().rate().toString())
                .put("points_given", sale.earning().given().hundredths())
                .putNumber("grant_id", sale.earning().grantId())
                .put("details", sale.details())
                .put("created_at", sale.createdAt())
                .put("updated_at", sale.updatedAt());
    }

    private static Sale read(Item item) {
        return new Sale(
                item.number("id"),
                item.number("version"),
                new CommitId(item.text("commit")),
                item.optionalText("profile_id").map(ProfileId::of),
                item.optionalText("external_id"),
                item.optionalNumber("redemption_id"),
                Money.ofCents(item.number("total")),
                ZoneId.of(item.text("timezone")),
                item.instant("transacted_at"),
                item.flag("void"),
                earning(item),
                item.text("details"),
                item.instant("created_at"),
                item.instant("updated_at"));
    }

    /** A sale that was stored before sales earned has earned nothing, and never will. */
    private static Earning earning(Item item) {
        return new Earning(
                item.optionalText("earn_rate")
                        .map(rate -> new EarnRate(new BigDecimal(rate)))
                        .orElse(EarnRate.NONE),
                Points.ofHundredths(item.optionalNumber("points_given").orElse(0L)),
                item.optionalNumber("grant_id"));
    }
}
