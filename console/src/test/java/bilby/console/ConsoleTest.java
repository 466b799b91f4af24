package bilby.console;

import static org.assertj.core.api.Assertions.assertThat;

import bilby.local.LocalServer;
import bilby.local.Options;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What tests of the console need: a server, what goes on behind the console's back, and a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsoleTest {

    final LocalServer server = LocalServer.start(Options.free(Path.of("../template.yaml")));
    final Shop shop = new Shop(server.uri());
    final Browsers browsers = new Browsers();

    /** Signed in, in a window that is new for each test. */
    Console console = open();

    /** A console in a window of its own. */
    Console open() {
        return new Console(browsers.window(), server.uri());
    }

    @BeforeEach
    void signIn() {
        console = open().signIn();
    }

    @AfterEach
    void nothingIsThrownOrForbidden() {
        browsers.closeWindows();
        assertThat(browsers.complaints()).isEmpty();
    }

    @AfterAll
    void stop() {
        browsers.close();
        server.close();
    }
}
