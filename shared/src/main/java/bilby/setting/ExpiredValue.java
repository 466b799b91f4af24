package bilby.setting;

/** What becomes of value that is given back when its reward or grant of points has expired or been deleted. */
public sealed interface ExpiredValue {

    /** It is lost. */
    record Forfeit() implements ExpiredValue {}

    /** It comes back as something new, which lives so many days. */
    record Grace(int days) implements ExpiredValue {}
}
