package bilby.store.memory;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** The parts of a request that are heeded. One that asks for more is not answered, so that no test is misled. */
record Known(Set<String> members) {

    static Known of(String... members) {
        return new Known(Set.of(members));
    }

    void check(SdkPojo request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (!members.contains(field.memberName()) && isSet(field.getValueOrDefault(request))) {
                throw new IllegalArgumentException("not known in memory: " + field.memberName() + " of " + request);
            }
        }
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }
}
