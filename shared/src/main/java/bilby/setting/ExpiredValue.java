package bilby.setting;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What becomes of value that is given back when its lot has expired or been deleted meanwhile. */
public sealed interface ExpiredValue {

    /** In days: some ten years. */
    int LONGEST_GRACE = 3_650;

    /** It is lost. */
    record Forfeit() implements ExpiredValue {
        @Override
        public String text() {
            return FORFEIT;
        }
    }

    /**
     * It comes back as a new lot.
     *
     * @param days how long that lot lasts, from 1 to {@value #LONGEST_GRACE}
     */
    record Grace(int days) implements ExpiredValue {
        public Grace {
            if (days < 1 || days > LONGEST_GRACE) {
                throw new IllegalArgumentException("not a grace: " + days + " days");
            }
        }

        @Override
        public String text() {
            return "grace:" + days;
        }
    }

    String FORFEIT = "forfeit";
    Pattern GRACE = Pattern.compile("grace:([0-9]{1,4})");

    /** {@code forfeit}, or {@code grace:30} for 30 days. */
    String text();

    static Optional<ExpiredValue> parse(String text) {
        if (text.equals(FORFEIT)) {
            return Optional.of(new Forfeit());
        }
        Matcher grace = GRACE.matcher(text);
        return grace.matches() ? grace(Integer.parseInt(grace.group(1))) : Optional.empty();
    }

    private static Optional<ExpiredValue> grace(int days) {
        return days >= 1 && days <= LONGEST_GRACE ? Optional.of(new Grace(days)) : Optional.empty();
    }
}
