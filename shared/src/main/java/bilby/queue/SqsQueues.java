package bilby.queue;

import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues of SQS, by one client. */
public final class SqsQueues implements Queues {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final Duration CALL = Duration.ofSeconds(8);

    private final SqsClient client;

    public SqsQueues(SqsClient client) {
        this.client = client;
    }

    /**
     * By a client for the region, endpoint and credentials that the SDK's standard environment variables name. It retries as
     * the SDK does: a message that is sent twice does no harm.
     */
    public static SqsQueues fromEnvironment() {
        return new SqsQueues(SqsClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ATTEMPT))
                .overrideConfiguration(
                        override -> override.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL))
                .build());
    }

    @Override
    public Queue at(String url) {
        return new SqsQueue(client, url);
    }
}
