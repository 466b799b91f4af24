package bilby.store.memory;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How large an item is, by the Amazon DynamoDB Developer Guide, "DynamoDB item sizes and formats": names and texts in UTF-8, a byte
 * for two digits of a number and one more, a byte for a flag, three for a list or map and one for each of its elements. Sets
 * are not known.
 */
public final class ItemSize {

    private ItemSize() {}

    /** The bytes of an item; none of one that is not there. */
    public static int bytes(Map<String, AttributeValue> item) {
        int bytes = 0;
        for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
            bytes += bytes(attribute.getKey()) + bytes(attribute.getValue());
        }
        return bytes;
    }

    private static int bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case B -> value.b().asByteArrayUnsafe().length;
            case N -> 1 + (value.n().length() + 1) / 2;
            case L -> 3 + value.l().stream().mapToInt(part -> 1 + bytes(part)).sum();
            case M -> 3 + value.m().size() + bytes(value.m());
            default -> 1;
        };
    }

    private static int bytes(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A surrogate is half of four bytes.
            bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
        }
        return bytes;
    }
}
