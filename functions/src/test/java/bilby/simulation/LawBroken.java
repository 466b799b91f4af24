package bilby.simulation;

/** A law does not hold. An error, for no handler catches one. */
final class LawBroken extends Error {

    private static final long serialVersionUID = 1;

    LawBroken(Law law, String how) {
        super(law + ": " + how);
    }
}
