package bilby.store;

import bilby.catalogue.PointDefinition;
import bilby.wallet.CommitId;
import java.util.Optional;

/** A point definition as it is stored. */
final class PointDefinitionItem {

    private PointDefinitionItem() {}

    static Item of(PointDefinition definition) {
        Item item = Item.with("id", definition.id())
                .put("version", definition.version())
                .put("commit", definition.commit().value())
                .put("name", definition.name())
                .put("handle", definition.handle())
                .put("details", definition.details())
                .put("created_at", definition.createdAt())
                .put("updated_at", definition.updatedAt());
        definition.period().ifPresent(period -> PeriodItem.put(item, period));
        return item;
    }

    static PointDefinition read(Item item) {
        return new PointDefinition(
                item.number("id"),
                item.number("version"),
                new CommitId(item.text("commit")),
                item.text("name"),
                item.text("handle"),
                PeriodItem.isIn(item) ? Optional.of(PeriodItem.read(item)) : Optional.empty(),
                item.text("details"),
                item.instant("created_at"),
                item.instant("updated_at"));
    }
}
