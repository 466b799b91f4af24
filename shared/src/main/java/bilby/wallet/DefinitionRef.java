package bilby.wallet;

/** A definition as it stood at one time. Written {@code id.version}. */
public record DefinitionRef(long id, long version) {

    static DefinitionRef parse(String text) {
        int dot = text.indexOf('.');
        return new DefinitionRef(Long.parseLong(text, 0, dot, 10), Long.parseLong(text, dot + 1, text.length(), 10));
    }

    @Override
    public String toString() {
        return id + "." + version;
    }
}
