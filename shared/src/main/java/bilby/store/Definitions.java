package bilby.store;

import bilby.catalogue.Period;
import bilby.catalogue.PeriodType;
import bilby.catalogue.RewardDefinition;
import bilby.catalogue.RewardType;
import bilby.money.Money;
import bilby.wallet.CommitId;
import bilby.wallet.DefinitionRef;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The reward definitions. Each stands under its id as it is now, and under its id and version as it was with each
 * version, for what was issued keeps to the version that it was issued by.
 */
public final class Definitions {

    private static final String COUNTER = "counter#reward";

    private final Table table;

    Definitions(String table) {
        this.table = new Table(table, "kind_id");
    }

    /** The definition as it is now. */
    public Key<RewardDefinition> key(long id) {
        return table.key("reward#" + id, Definitions::read);
    }

    /** The definition as it was with a version, whatever became of it since. */
    public Key<RewardDefinition> key(DefinitionRef ref) {
        return table.key(versionKey(ref), Definitions::read);
    }

    /** The number of definitions so far, deleted ones included, which is the last one's id. */
    public Key<Long> counter() {
        return table.key(COUNTER, item -> item.number("version"));
    }

    /** The keys of all definitions when the counter stands at {@code count}. */
    public List<Key<RewardDefinition>> keys(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(this::key).toList();
    }

    /** A definition, the next that is counted. */
    public Change add(RewardDefinition definition) {
        Item counter = counter(definition.id());
        Write count = definition.id() == 1
                ? table.add(counter, Write.Refusal.STALE)
                : table.replace(counter, definition.id() - 1);
        Item item = item(definition);
        return Change.added(key(definition.id()), item, table.add(item, Write.Refusal.STALE))
                .with(count)
                .with(table.put(version(definition)));
    }

    public Change replace(RewardDefinition definition) {
        Item item = item(definition);
        return Change.replaced(key(definition.id()), item, table.replace(item, definition.version() - 1))
                .with(table.put(version(definition)));
    }

    /** Deletes the definition as it is now; its versions stay. */
    public Change delete(RewardDefinition definition) {
        Key<RewardDefinition> key = key(definition.id());
        return Change.deleted(key, definition.version(), table.delete(key, definition.version()));
    }

    private static Item counter(long count) {
        return Item.with("kind_id", COUNTER).put("version", count);
    }

    private static String versionKey(DefinitionRef ref) {
        return "reward#" + ref.id() + "#" + ref.version();
    }

    private static Item version(RewardDefinition definition) {
        return item(definition).put("kind_id", versionKey(definition.ref()));
    }

    private static Item item(RewardDefinition definition) {
        return Item.with("kind_id", "reward#" + definition.id())
                .put("id", definition.id())
                .put("version", definition.version())
                .put("commit", definition.commit().value())
                .put("name", definition.name())
                .put("handle", definition.handle())
                .put("type", definition.type().word())
                .put("value", definition.value().cents())
                .putNumber("max_value", definition.maxValue().map(Money::cents))
                .put("period_type", definition.period().type().word())
                .put("period", definition.period().count())
                .putText("absolute_expiry", definition.period().absoluteExpiry().map(LocalDateTime::toString))
                .putText("starts_at", definition.window().startsAt().map(LocalDateTime::toString))
                .putText("ends_at", definition.window().endsAt().map(LocalDateTime::toString))
                .put("published", definition.isPublished())
                .put("assignable", definition.isAssignable())
                .put("extendable", definition.isExtendable())
                .put("details", definition.details())
                .put("created_at", definition.createdAt())
                .put("updated_at", definition.updatedAt());
    }

    private static RewardDefinition read(Item item) {
        return new RewardDefinition(
                item.number("id"),
                item.number("version"),
                new CommitId(item.text("commit")),
                item.text("name"),
                item.text("handle"),
                RewardType.of(item.text("type")).orElseThrow(),
                Money.ofCents(item.number("value")),
                item.optionalNumber("max_value").map(Money::ofCents),
                new Period(
                        PeriodType.of(item.text("period_type")).orElseThrow(),
                        Math.toIntExact(item.number("period")),
                        item.optionalText("absolute_expiry").map(LocalDateTime::parse)),
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
