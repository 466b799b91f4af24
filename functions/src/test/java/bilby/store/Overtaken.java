package bilby.store;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A client whose user is overtaken: between its reads and its first commit somebody else has theirs done. */
public final class Overtaken extends PassingOn {

    private final Runnable somebody;
    private boolean isFirst = true;

    public Overtaken(DynamoDbClient real, Runnable somebody) {
        super(real);
        this.somebody = somebody;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        if (isFirst) {
            isFirst = false;
            somebody.run();
        }
        return super.transactWriteItems(request);
    }
}
