package bilby.local;

import java.net.URI;

/** The HTTP API, served until it is closed. */
public interface Served extends AutoCloseable {

    /** Its root. */
    URI uri();

    @Override
    void close();
}
