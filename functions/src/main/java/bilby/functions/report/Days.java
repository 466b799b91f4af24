package bilby.functions.report;

import bilby.functions.http.Errors;
import bilby.functions.http.Request;
import bilby.functions.http.Time;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Dates in the query of a report. */
final class Days {

    private Days() {}

    /** The date of a parameter, or the usual one; what is no date, or none of the years that times have, is noted. */
    static LocalDate of(Request request, String name, LocalDate usual, Errors errors) {
        String text = request.query().get(name).orElse("");
        if (text.isEmpty()) {
            return usual;
        }
        Optional<LocalDate> date = date(text);
        if (date.isEmpty()) {
            errors.add(name, "The " + name.replace('_', ' ') + " must be a date, such as 2026-03-31.");
        }
        return date.orElse(usual);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(date -> date.getYear() >= Time.FIRST_YEAR && date.getYear() <= Time.LAST_YEAR);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
