package bilby.store;

import bilby.catalogue.RewardDefinition;
import bilby.catalogue.RewardType;
import bilby.money.Money;
import bilby.wallet.CommitId;
import java.time.LocalDateTime;

/** A reward definition as it is stored. */
final class RewardDefinitionItem {

    private RewardDefinitionItem() {}

    static Item of(RewardDefinition definition) {
        Item item = Item.with("id", definition.id())
                .put("version", definition.version())
                .put("commit", definition.commit().value())
                .put("name", definition.name())
                .put("handle", definition.handle())
                .put("type", definition.type().word())
                .put("value", definition.value().cents())
                .putNumber("max_value", definition.maxValue().map(Money::cents))
                .putText("starts_at", definition.window().startsAt().map(LocalDateTime::toString))
                .putText("ends_at", definition.window().endsAt().map(LocalDateTime::toString))
                .put("published", definition.isPublished())
                .put("assignable", definition.isAssignable())
                .put("extendable", definition.isExtendable())
                .put("details", definition.details())
                .put("created_at", definition.createdAt())
                .put("updated_at", definition.updatedAt());
        return PeriodItem.put(item, definition.period());
    }

    static RewardDefinition read(Item item) {
        return new RewardDefinition(
                item.number("id"),
                item.number("version"),
                new CommitId(item.text("commit")),
                item.text("name"),
                item.text("handle"),
                RewardType.of(item.text("type")).orElseThrow(),
                Money.ofCents(item.number("value")),
                item.optionalNumber("max_value").map(Money::ofCents),
                PeriodItem.read(item),
                new RewardDefinition.Window(
                        item.optionalText("starts_at").map(LocalDateTime::parse),
                        item.optionalText("ends_at").map(LocalDateTime::parse)),
                item.flag("published"),
                item.flag("assignable"),
                item.flag("extendable"),
                item.text("details"),
                item.instant("created_at"),
                item.instant("updated_at"));
    }
}
