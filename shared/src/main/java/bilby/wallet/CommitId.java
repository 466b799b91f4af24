package bilby.wallet;

/** Which request made a commit: random, made once for a request, so that the request finds what it has already done. */
public record CommitId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
