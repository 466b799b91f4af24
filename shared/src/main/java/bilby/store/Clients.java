package bilby.store;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** The SDK's client. A process makes one, and its functions share it. */
public final class Clients {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(3);

    private Clients() {}

    /**
     * A client for the region, endpoint and credentials that the SDK's standard environment variables name. It does not
     * retry: what may follow a commit depends on whether an attempt is known to be dead, and a retry inside the SDK
     * would hide it. {@link Store#run} retries reads and commits alike.
     */
    public static DynamoDbClient fromEnvironment() {
        return usual().httpClient(new AbortableHttp(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ATTEMPT)
                        .build()))
                .build();
    }

    /**
     * The same client, but that no call of it leaves the process: it reads what has been committed through it, and finds nothing
     * else. For a rehearsal of requests, by one thread.
     */
    public static DynamoDbClient inMemory() {
        return usual().httpClient(new MemoryHttp())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("memory", "memory")))
                .build();
    }

    private static DynamoDbClientBuilder usual() {
        return DynamoDbClient.builder()
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallAttemptTimeout(ATTEMPT)
                        .apiCallTimeout(CALL));
    }
}
