package bilby.api;

import bilby.local.LocalStackServer;
import org.junit.jupiter.api.Tag;

/** On tables of LocalStack's. */
@Tag("containers")
class GuideLocalStackTest extends Guide {

    GuideLocalStackTest() {
        super(LocalStackServer.start());
    }
}
