package bilby.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire to a server on this machine, which can be cut. */
public final class Wire implements AutoCloseable {

    private final ServerSocket listener;
    private final URI server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean refuses;
    private final AtomicInteger connections = new AtomicInteger();

    private Wire(ServerSocket listener, URI server) {
        this.listener = listener;
        this.server = server;
    }

    /** Whoever connects to this wire talks to the server. */
    public static Wire to(URI server) {
        try {
            Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
            Thread.startVirtualThread(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands for the server. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How many connections there have been. */
    public int connections() {
        return connections.get();
    }

    /** Ends every connection; new ones can be made. */
    public void cut() {
        open.forEach(Wire::close);
        open.clear();
    }

    /** Whether a connection is ended as soon as it is made. */
    public void refuse(boolean whether) {
        refuses = whether;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket near = listener.accept();
                if (refuses) {
                    near.close();
                    continue;
                }
                Socket far = new Socket(server.getHost(), server.getPort());
                // Small packets are passed on at once: to gather them would delay most answers by some 40 ms.
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                connections.incrementAndGet();
                open.add(near);
                open.add(far);
                Thread.startVirtualThread(() -> pump(near, far));
                Thread.startVirtualThread(() -> pump(far, near));
            } catch (IOException e) {
                // Closed: that ends the loop, or only the one connection.
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
