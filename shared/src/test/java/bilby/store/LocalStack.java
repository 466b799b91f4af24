package bilby.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** LocalStack in a container, started once and stopped with this JVM. */
final class LocalStack {

    /** The last release that needs no token. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    /** Started when it is first asked for. */
    private static final class Started {

        private static final DynamoDbClient CLIENT = start();

        private static DynamoDbClient start() {
            LocalStackContainer container = new LocalStackContainer(
                            DockerImageName.parse(System.getProperty("localstack.image", IMAGE))
                                    .asCompatibleSubstituteFor("localstack/localstack"))
                    .withServices("dynamodb");
            container.start();
            return TestClients.of(container.getEndpoint(), container.getRegion());
        }
    }

    private LocalStack() {}

    /** The test that asks is skipped where there is no Docker. */
    static DynamoDbClient client() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "LocalStack runs in Docker, and there is no Docker");
        return Started.CLIENT;
    }
}
