package bilby.store;

/** The end of a process: nothing of the product catches it. */
public final class CutOff extends Error {

    private static final long serialVersionUID = 1;

    /** Runs a function that may be cut off; what it was given comes again. */
    public static void within(Runnable function) {
        try {
            function.run();
        } catch (CutOff e) {
            // The function is no more.
        }
    }
}
