package bilby.api;

/** In a process of its own. */
class GuideTest extends Guide {

    GuideTest() {
        super(BilbyProcess.start());
    }
}
