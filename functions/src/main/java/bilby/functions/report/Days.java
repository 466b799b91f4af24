package bilby.functions.report;

import bilby.functions.http.Errors;
import bilby.functions.http.Request;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Dates in the query of a report. */
final class Days {

    private Days() {}

    /** The date of a parameter, or the usual one; what is no date is noted. */
    static LocalDate of(Request request, String name, LocalDate usual, Errors errors) {
        String text = request.query().get(name).orElse("");
        try {
            return text.isEmpty() ? usual : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            errors.add(name, "The " + name.replace('_', ' ') + " must be a date, such as 2026-03-31.");
            return usual;
        }
    }
}
