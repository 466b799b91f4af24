package bilby.functions.http;

import bilby.money.Money;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The fields of a JSON object, read one by one by name and kind. Whatever is wrong with any of them is noted, so that
 * all of it is answered at once.
 */
public final class Fields {

    private final ObjectNode object;
    private final String prefix;
    private final Errors errors;

    private Fields(ObjectNode object, String prefix, Errors errors) {
        this.object = object;
        this.prefix = prefix;
        this.errors = errors;
    }

    public static Fields of(ObjectNode object) {
        return new Fields(object, "", new Errors());
    }

    public Field get(String name) {
        return new Field(prefix + name, Optional.ofNullable(object.get(name)), errors);
    }

    /** Whether the field is set: there, and neither null nor the empty string. */
    public boolean has(String name) {
        return get(name).isSet();
    }

    /** Whether the field is there at all, be it unset. */
    public boolean isSent(String name) {
        return object.has(name);
    }

    /** Notes what is wrong with a field. */
    public void refuse(String name, String sentence) {
        errors.add(prefix + name, sentence);
    }

    /** Notes what is wrong with a field, unless something is wrong with it already. */
    public void refuseUnlessRefused(String name, String sentence) {
        if (!isRefused(name)) {
            refuse(name, sentence);
        }
    }

    /** Notes that an amount is above the most that it may be. */
    public void refuseAbove(String name, Money amount, Money most) {
        if (amount.compareTo(most) > 0) {
            refuse(name, "The " + name.replace('_', ' ') + " may not be greater than " + most + ".");
        }
    }

    /** Whether anything is wrong with the field so far. */
    public boolean isRefused(String name) {
        return errors.has(prefix + name);
    }

    /**
     * Reads each element of a list of objects, if the field is there; what is wrong with the third one's quantity is
     * noted under {@code items.2.quantity}.
     */
    public <T> List<T> each(String name, int most, Function<Fields, T> read) {
        List<T> all = new ArrayList<>();
        Optional<JsonNode> list = get(name).list(most);
        if (list.isPresent()) {
            int index = 0;
            for (JsonNode element : list.get()) {
                if (errors.isFull()) {
                    break;
                }
                String path = prefix + name + "." + index++;
                if (element instanceof ObjectNode elementObject) {
                    all.add(read.apply(new Fields(elementObject, path + ".", errors)));
                } else {
                    errors.add(path, "The " + path + " must be an object.");
                }
            }
        }
        return all;
    }

    /** The value, if nothing is wrong with any field; otherwise all that is. */
    public <T> Parsed<T> parsed(Supplier<T> value) {
        return errors.isEmpty() ? new Parsed.Valid<>(value.get()) : new Parsed.Invalid<>(Answer.invalid(errors));
    }
}
