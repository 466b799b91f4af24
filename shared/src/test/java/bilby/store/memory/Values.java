package bilby.store.memory;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values as DynamoDB keeps them. Sets are not known. */
final class Values {

    private static final Pattern PLAIN_INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,37}");
    private static final int MOST_DIGITS = 38;

    private Values() {}

    /** With each number in its plain form, without zeros at its end. */
    static Map<String, AttributeValue> kept(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> changed = new HashMap<>();
        item.forEach((name, value) -> {
            AttributeValue kept = kept(value);
            if (!kept.equals(value)) {
                changed.put(name, kept);
            }
        });
        if (changed.isEmpty()) {
            return item;
        }
        Map<String, AttributeValue> kept = new HashMap<>(item);
        kept.putAll(changed);
        return Map.copyOf(kept);
    }

    static AttributeValue kept(AttributeValue value) {
        return switch (value.type()) {
            case S, B, BOOL, NUL -> value;
            case N -> number(value);
            case L -> {
                List<AttributeValue> kept = value.l().stream().map(Values::kept).toList();
                yield kept.equals(value.l()) ? value : AttributeValue.fromL(kept);
            }
            case M -> {
                Map<String, AttributeValue> kept = kept(value.m());
                yield kept.equals(value.m()) ? value : AttributeValue.fromM(kept);
            }
            default -> throw new IllegalArgumentException("not known in memory: " + value);
        };
    }

    private static AttributeValue number(AttributeValue value) {
        if (PLAIN_INTEGER.matcher(value.n()).matches()) {
            return value;
        }
        try {
            BigDecimal number = new BigDecimal(value.n()).stripTrailingZeros();
            if (number.precision() > MOST_DIGITS) {
                throw Refusals.invalid("Attempting to store more than 38 significant digits in a Number");
            }
            String plain = number.toPlainString();
            return plain.equals(value.n()) ? value : AttributeValue.fromN(plain);
        } catch (NumberFormatException e) {
            throw Refusals.invalid("The parameter cannot be converted to a numeric value: " + value.n());
        }
    }
}
