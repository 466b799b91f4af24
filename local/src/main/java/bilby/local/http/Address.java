package bilby.local.http;

/**
 * Where a server listens.
 *
 * @param port 0 is any free one
 */
public record Address(String host, int port) {

    private static final String LOOPBACK = "127.0.0.1";

    /** A port that only this machine reaches. */
    public static Address loopback(int port) {
        return new Address(LOOPBACK, port);
    }

    /** The host by which this machine reaches a server here. */
    String reachableHost() {
        return host.equals("0.0.0.0") ? LOOPBACK : host;
    }
}
