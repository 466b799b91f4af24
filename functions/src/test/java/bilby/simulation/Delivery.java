package bilby.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** How commits come to DynamoDB: at once, or late. The laws are checked after each that is carried out. */
final class Delivery {

    private record Late(Send send, TransactWriteItemsRequest commit) {}

    private final DynamoDbClient client;
    private final Laws laws;
    private final List<Late> late = new ArrayList<>();

    Delivery(DynamoDbClient client, Laws laws) {
        this.client = client;
        this.laws = laws;
    }

    TransactWriteItemsResponse carryOut(Send send, TransactWriteItemsRequest commit) {
        TransactWriteItemsResponse response = client.transactWriteItems(commit);
        laws.committed(send, commit);
        return response;
    }

    void holdBack(Send send, TransactWriteItemsRequest commit) {
        late.add(new Late(send, commit));
    }

    /** Something that was held back may arrive now. */
    void mayArrive(SplittableRandom random) {
        if (!late.isEmpty() && random.nextInt(8) == 0) {
            arrive(late.remove(random.nextInt(late.size())));
        }
    }

    /** All that was held back arrives, at the latest. */
    void arrive() {
        late.forEach(this::arrive);
        late.clear();
    }

    private void arrive(Late commit) {
        carryOutUnheard(commit.send(), commit.commit());
    }

    /** Carries it out, if it is not refused; nobody hears of either. */
    void carryOutUnheard(Send send, TransactWriteItemsRequest commit) {
        try {
            var _ = carryOut(send, commit);
        } catch (DynamoDbException e) {
            // Nobody hears of it.
        }
    }
}
