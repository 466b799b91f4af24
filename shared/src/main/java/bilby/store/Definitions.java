package bilby.store;

import bilby.catalogue.Definition;
import bilby.wallet.DefinitionRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * The definitions of one kind. Each stands under its id as it is now, and under its id and version as it was with each
 * version, for what was issued keeps to the version that it was issued by. One may be built in: it is read where nothing
 * is stored in its place, and stored once it is changed.
 */
public final class Definitions<D extends Definition> {

    private final Table table;
    private final String kind;
    private final Optional<D> builtIn;
    private final Function<D, Item> toItem;
    private final Function<Item, D> mapper;

    /** Definitions of a kind, whose word begins their keys. */
    Definitions(String table, String kind, Optional<D> builtIn, Function<D, Item> toItem, Function<Item, D> mapper) {
        this.table = new Table(table, "kind_id");
        this.kind = kind;
        this.builtIn = builtIn;
        this.toItem = toItem;
        this.mapper = mapper;
    }

    /** The definition as it is now. */
    public Key<D> key(long id) {
        return orBuiltIn(table.key(nameOf(id), mapper), builtIn.filter(first -> first.id() == id));
    }

    /** The definition as it was with a version, whatever became of it since. */
    public Key<D> key(DefinitionRef ref) {
        return orBuiltIn(
                table.key(nameOf(ref), mapper),
                builtIn.filter(first -> first.ref().equals(ref)));
    }

    private static <T> Key<T> orBuiltIn(Key<T> key, Optional<T> builtIn) {
        return builtIn.map(key::or).orElse(key);
    }

    /** The number of definitions so far, deleted ones included, which is the last one's id. */
    public Key<Long> counter() {
        Key<Long> stored = table.key(nameOfCounter(), item -> item.number("version"));
        return stored.or(countBefore());
    }

    /** The keys of all definitions when the counter stands at {@code count}. */
    public List<Key<D>> keys(long count) {
        return LongStream.rangeClosed(1, count).mapToObj(this::key).toList();
    }

    /** A definition, the next that is counted. */
    public Change add(D definition) {
        Item counter = Item.with("kind_id", nameOfCounter()).put("version", definition.id());
        long before = definition.id() - 1;
        return put(definition)
                .with(
                        before == countBefore()
                                ? table.add(counter, Write.Refusal.STALE)
                                : table.replace(counter, before));
    }

    /** A definition over the version before it. */
    public Change replace(D definition) {
        if (builtIn.filter(first -> first.ref().equals(before(definition))).isPresent()) {
            return put(definition);
        }
        Item item = item(definition);
        return Change.replaced(key(definition.id()), item, table.replace(item, definition.version() - 1))
                .with(table.put(version(definition)));
    }

    /** Deletes the definition as it is now; its versions stay. */
    public Change delete(D definition) {
        Key<D> key = key(definition.id());
        return Change.deleted(key, definition.version(), table.delete(key, definition.version()));
    }

    /** A definition where nothing is stored. */
    private Change put(D definition) {
        Item item = item(definition);
        return Change.added(key(definition.id()), item, table.add(item, Write.Refusal.STALE))
                .with(table.put(version(definition)));
    }

    private static DefinitionRef before(Definition definition) {
        return new DefinitionRef(definition.id(), definition.version() - 1);
    }

    /** The number of definitions there are without anybody creating one. */
    private long countBefore() {
        return builtIn.isPresent() ? 1 : 0;
    }

    private Item item(D definition) {
        return toItem.apply(definition).put("kind_id", nameOf(definition.id()));
    }

    private Item version(D definition) {
        return toItem.apply(definition).put("kind_id", nameOf(definition.ref()));
    }

    private String nameOf(long id) {
        return kind + "#" + id;
    }

    private String nameOf(DefinitionRef ref) {
        return kind + "#" + ref.id() + "#" + ref.version();
    }

    private String nameOfCounter() {
        return "counter#" + kind;
    }
}
