package bilby.local.template;

/** The template says something that cannot be served, or nothing where something is needed. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TemplateException(String where, String what) {
        super(where + ": " + what);
    }
}
