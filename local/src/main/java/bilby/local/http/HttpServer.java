package bilby.local.http;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A Jetty that speaks HTTP/1.1 on one address, with a virtual thread for each request. */
public final class HttpServer implements AutoCloseable {

    /** What API Gateway takes of a request line and headers together. */
    private static final int HEADER_BYTES = 10_240;

    /** Longer than any request is waited for, so that a slow one still gets its answer. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Address address;
    private final Server server;
    private final ServerConnector connector;

    private HttpServer(Address address, Server server, ServerConnector connector) {
        this.address = address;
        this.server = server;
        this.connector = connector;
    }

    /**
     * Takes the address, so that its port is known, and known to be free. Connections wait until something is served.
     *
     * @param option the option of Bilby's that chooses this address, for the message if it cannot be had
     * @throws StartException if the address is in use, or not this machine's
     */
    public static HttpServer listen(Address address, String option) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setErrorHandler(new PlainErrors());
        server.setStopTimeout(0);
        try {
            connector.open();
        } catch (IOException | UnresolvedAddressException e) {
            throw new StartException(
                    "Bilby cannot listen on %s:%d (%s); choose another address with %s"
                            .formatted(address.host(), address.port(), reason(e), option),
                    e);
        }
        return new HttpServer(address, server, connector);
    }

    private static String reason(Exception e) {
        return e instanceof UnresolvedAddressException
                ? "there is no such host"
                : Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse(e.toString());
    }

    /** Serves what the handler answers. */
    public void serve(Handler handler) {
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            throw new StartException("Bilby cannot serve " + uri(), e);
        }
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        // Which paths there are is the handler's to say, so odd ones have to reach it.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        return configuration;
    }

    /** Where this machine reaches it. */
    public URI uri() {
        return URI.create("http://" + address.reachableHost() + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            connector.close();
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }
}
