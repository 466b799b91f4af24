package bilby.local.sqs;

import bilby.local.http.Address;
import bilby.local.http.HttpServer;
import bilby.local.http.StartException;
import bilby.local.role.Role;
import bilby.local.role.RoleCheck;
import bilby.local.template.Arns;
import bilby.local.template.Queue;
import bilby.local.template.TemplateFunction;
import bilby.queue.Queues;
import bilby.queue.SqsQueues;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** SQS in this process, by ElasticMQ. Its messages live in memory, and their times are the machine's clock's. */
public final class Sqs implements AutoCloseable {

    private final Address address;
    private final HttpServer placeholder;
    private final URI uri;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private Optional<ElasticMq> elasticMq = Optional.empty();

    private Sqs(Address address, HttpServer placeholder) {
        this.placeholder = placeholder;
        this.uri = placeholder.uri();
        this.address = new Address(address.host(), uri.getPort());
    }

    /**
     * Takes its address, so that the queues' URLs are known before there are any.
     *
     * @param address where it listens; port 0 is any free one
     * @throws StartException if the address cannot be had
     */
    public static Sqs listen(Address address) {
        return new Sqs(address, HttpServer.listen(address, "-Dsqs=<address>:<port>"));
    }

    /** Starts it, and makes these queues; without any there is nothing to start. */
    public void start(List<Queue> queues) {
        placeholder.close();
        if (queues.isEmpty()) {
            return;
        }
        elasticMq = Optional.of(ElasticMq.start(address, uri));
        try (SqsClient client = client()) {
            QueueMaker.make(client, queues);
        }
    }

    /** Where it answers. */
    public URI uri() {
        return uri;
    }

    /** The URL of the queue of this name. */
    public String url(String queue) {
        return Arns.queueUrl(uri, queue);
    }

    /** A client that may do everything. */
    public SqsClient client() {
        return client(List.of());
    }

    /** The queues as a function sees them, which may do with them what its role allows. */
    public Queues queues(TemplateFunction function) {
        RoleCheck check = new RoleCheck(new Role(function), QueueAccess::neededBy, SqsException::builder);
        return url -> new SqsQueues(client(List.of(check))).at(url);
    }

    private SqsClient client(List<ExecutionInterceptor> interceptors) {
        return SqsClient.builder()
                .endpointOverride(uri)
                .region(Region.of(Arns.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(http)
                .overrideConfiguration(override -> override.executionInterceptors(interceptors))
                .build();
    }

    @Override
    public void close() {
        placeholder.close();
        elasticMq.ifPresent(ElasticMq::close);
        http.close();
    }
}
