package bilby.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * How commits come to DynamoDB: at once, or late; and how they are seen, item by item. The laws are checked after each
 * that is carried out.
 */
final class Delivery {

    private record Late(Send send, TransactWriteItemsRequest commit) {}

    private final DynamoDbClient client;
    private final Lingering lingering;
    private final Laws laws;
    private final List<Late> late = new ArrayList<>();

    Delivery(DynamoDbClient client, Laws laws) {
        this.client = client;
        lingering = new Lingering(client);
        this.laws = laws;
    }

    /** Carries it out; while it is taking effect, others go on. */
    void carryOut(Send send, TransactWriteItemsRequest commit, SplittableRandom random) {
        begin(send, commit, random);
        send.pause(0);
        lingering.settle(send.asked);
    }

    private void begin(Send send, TransactWriteItemsRequest commit, SplittableRandom random) {
        lingering.carryOut(send.asked, commit, random);
        laws.committed(send, commit);
    }

    /** Whoever is answered is answered late enough to see the whole of the request's commit. */
    void answered(Send send) {
        lingering.settle(send.asked);
    }

    BatchGetItemResponse read(BatchGetItemRequest request) {
        return lingering.read(request);
    }

    /** Refused while a commit has an item of it in hand. */
    TransactGetItemsResponse readSettled(TransactGetItemsRequest request) {
        if (lingering.isInHand(request)) {
            throw conflict(request.transactItems().size());
        }
        return client.transactGetItems(request);
    }

    /** The refusal of a transaction that meets another. */
    static TransactionCanceledException conflict(int items) {
        List<CancellationReason> reasons = new ArrayList<>(Collections.nCopies(items, reason("None")));
        reasons.set(0, reason("TransactionConflict"));
        return TransactionCanceledException.builder()
                .statusCode(400)
                .cancellationReasons(reasons)
                .build();
    }

    private static CancellationReason reason(String code) {
        return CancellationReason.builder().code(code).build();
    }

    void holdBack(Send send, TransactWriteItemsRequest commit) {
        late.add(new Late(send, commit));
    }

    /** Something that was held back may arrive now, and what has arrived may be seen. */
    void goOn(SplittableRandom random) {
        lingering.settleSome(random);
        if (!late.isEmpty() && random.nextInt(8) == 0) {
            arrive(late.remove(random.nextInt(late.size())), random);
        }
    }

    /** All that was held back arrives, at the latest. */
    void arrive(SplittableRandom random) {
        late.forEach(commit -> arrive(commit, random));
        late.clear();
    }

    private void arrive(Late commit, SplittableRandom random) {
        carryOutUnheard(commit.send(), commit.commit(), random);
    }

    /** Carries it out, if it is not refused; nobody hears of either. */
    void carryOutUnheard(Send send, TransactWriteItemsRequest commit, SplittableRandom random) {
        try {
            begin(send, commit, random);
        } catch (DynamoDbException e) {
            // Nobody hears of it.
        }
    }
}
