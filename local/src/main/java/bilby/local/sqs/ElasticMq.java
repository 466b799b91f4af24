package bilby.local.sqs;

import bilby.local.http.Address;
import bilby.local.http.StartException;
import bilby.local.template.Arns;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder$;

/** ElasticMQ's server, with few threads and nothing to say. */
final class ElasticMq implements AutoCloseable {

    private static final Config QUIET = ConfigFactory.parseString("""
            pekko {
              loggers = []
              loglevel = OFF
              stdout-loglevel = OFF
              log-dead-letters = off
              daemonic = on
              jvm-exit-on-fatal-error = off
              jvm-shutdown-hooks = off
              coordinated-shutdown.run-by-jvm-shutdown-hook = off
              actor.default-dispatcher.fork-join-executor { parallelism-min = 2, parallelism-max = 2 }
              actor.internal-dispatcher.fork-join-executor { parallelism-min = 2, parallelism-max = 2 }
            }
            """);

    private final ActorSystem system;
    private final SQSRestServer server;

    private ElasticMq(ActorSystem system, SQSRestServer server) {
        this.system = system;
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param uri by which this machine reaches it
     * @throws StartException if it cannot listen there
     */
    static ElasticMq start(Address address, URI uri) {
        ActorSystem system = ActorSystem.create("sqs", QUIET.withFallback(ConfigFactory.load()));
        SQSRestServer server = SQSRestServerBuilder$.MODULE$
                .withActorSystem(system)
                .withInterface(address.host())
                .withPort(address.port())
                .withServerAddress(new NodeAddress(uri.getScheme(), uri.getHost(), uri.getPort(), ""))
                .withAWSRegion(Arns.REGION)
                .withAWSAccountId(Arns.ACCOUNT)
                .start();
        ElasticMq elasticMq = new ElasticMq(system, server);
        try {
            server.waitUntilStarted();
        } catch (RuntimeException e) {
            elasticMq.close();
            throw new StartException("Bilby cannot serve SQS at " + uri, e);
        }
        return elasticMq;
    }

    @Override
    public void close() {
        server.stopAndGetFuture().apply();
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }
}
