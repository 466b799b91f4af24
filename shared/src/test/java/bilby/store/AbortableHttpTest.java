package bilby.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bilby.claim.Claim;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class AbortableHttpTest {

    private final AtomicBoolean isAborted = new AtomicBoolean();

    /** As Java's own connection fails that a time-out has closed while it was written to. */
    private final SdkHttpClient closedUnderTheCall = new SdkHttpClient() {
        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    throw new NullPointerException();
                }

                @Override
                public void abort() {
                    isAborted.set(true);
                }
            };
        }

        @Override
        public void close() {}
    };

    /** What the store takes for a call of which it does not know what it did. */
    @Test
    void aConnectionClosedUnderACallIsACallThatFailed() {
        try (DynamoDbClient client = DynamoDbClient.builder()
                .httpClient(new AbortableHttp(closedUnderTheCall))
                .region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build()) {
            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> client.transactWriteItems(request -> request.transactItems(
                            new Claims("claims").take(Claim.phone("1"), "1").action())))
                    .withRootCauseInstanceOf(NullPointerException.class);
        }
    }

    @Test
    void anAbortReachesTheConnection() {
        new AbortableHttp(closedUnderTheCall)
                .prepareRequest(HttpExecuteRequest.builder().build())
                .abort();

        assertThat(isAborted).isTrue();
    }
}
