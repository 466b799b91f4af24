package bilby.functions.reward;

import bilby.functions.http.Fields;
import bilby.functions.http.Query;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where {@code POST /rewards/extend} takes its arguments from: its body, and its query for what the body has not. In the
 * query {@code null} and {@code undefined} say nothing: that is how clients write what they have not got.
 */
final class ExtendArguments {

    private static final List<String> NAMES = List.of("profile_id", "extend_days", "extend_date");

    private ExtendArguments() {}

    static ObjectNode of(ObjectNode body, Query query) {
        Fields sent = Fields.of(body);
        ObjectNode all = body.deepCopy();
        for (String name : NAMES) {
            if (!sent.has(name)) {
                query.get(name).filter(ExtendArguments::isSaid).ifPresent(value -> all.put(name, value));
            }
        }
        if (!sent.has("ids")) {
            ArrayNode ids = all.putArray("ids");
            ids(query).filter(ExtendArguments::isSaid).forEach(ids::add);
        }
        return all;
    }

    /** {@code ids[]=1&ids[]=2}, or {@code ids=1,2}. */
    private static Stream<String> ids(Query query) {
        return Stream.concat(
                        query.all("ids[]").stream(),
                        query.get("ids").stream().flatMap(list -> Stream.of(list.split(",", -1))))
                .map(String::strip);
    }

    private static boolean isSaid(String value) {
        return !value.isEmpty() && !value.equals("null") && !value.equals("undefined");
    }
}
