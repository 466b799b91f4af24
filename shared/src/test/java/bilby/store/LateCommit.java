package bilby.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A commit that is on its way for long, so that its sender gives it up, and arrives all the same. */
final class LateCommit {

    private final List<Supplier<TransactWriteItemsResponse>> held = new ArrayList<>();

    TransactWriteItemsResponse hold(Supplier<TransactWriteItemsResponse> commit) {
        held.add(commit);
        throw SdkClientException.create("the answer did not come in time");
    }

    void arrive() {
        for (Supplier<TransactWriteItemsResponse> commit : held) {
            var _ = commit.get();
        }
        held.clear();
    }
}
