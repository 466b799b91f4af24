package bilby.store;

import bilby.store.memory.InMemoryDynamoDb;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the store's tests run on; each is started once. */
public enum Dynamo {
    MEMORY {
        @Override
        public DynamoDbClient client() {
            return IN_MEMORY;
        }
    },
    LOCAL {
        @Override
        public DynamoDbClient client() {
            return LocalDynamoDb.client();
        }
    },
    LOCALSTACK {
        @Override
        public DynamoDbClient client() {
            return LocalStack.client();
        }
    };

    /** Few items a page, so that there are pages. */
    private static final DynamoDbClient IN_MEMORY = new InMemoryDynamoDb(4);

    /** Those that the system property {@code bilby.dynamo} names, or all that need no container. */
    static Stream<Dynamo> wanted() {
        return Stream.of(System.getProperty("bilby.dynamo", "MEMORY,LOCAL").split(",", -1))
                .map(Dynamo::valueOf);
    }

    /** The client of it that all tests share. */
    public abstract DynamoDbClient client();
}
