package bilby.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** LocalStack in a container, started once and stopped with this JVM. */
public final class LocalStack {

    public static final String REGION = "us-east-1";

    /** The last release that needs no token. */
    private static final String IMAGE = "localstack/localstack:4.14.0";

    /** Started when it is first asked for. */
    private static final class Started {

        private static final URI ENDPOINT = start();
        private static final DynamoDbClient CLIENT = TestClients.of(ENDPOINT, REGION);

        private static URI start() {
            LocalStackContainer container = new LocalStackContainer(
                            DockerImageName.parse(System.getProperty("localstack.image", IMAGE))
                                    .asCompatibleSubstituteFor("localstack/localstack"))
                    .withEnv("DEFAULT_REGION", REGION)
                    .withServices("dynamodb", "sqs", "scheduler", "cloudformation");
            container.start();
            return container.getEndpoint();
        }
    }

    private LocalStack() {}

    /** The test that asks is skipped where there is no Docker. */
    static DynamoDbClient client() {
        assumeDocker();
        return Started.CLIENT;
    }

    /** Where it answers; the test that asks is skipped where there is no Docker. */
    public static URI endpoint() {
        assumeDocker();
        return Started.ENDPOINT;
    }

    private static void assumeDocker() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "LocalStack runs in Docker, and there is no Docker");
    }
}
