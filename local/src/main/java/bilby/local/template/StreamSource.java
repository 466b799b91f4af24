package bilby.local.template;

import java.util.Optional;

/**
 * A table's stream whose records are given to a function, by an event source mapping of Lambda's.
 *
 * @param table the table's logical id
 * @param batchSize how many records at most the function is given at once
 * @param retries how often what failed is given again before it is given up; −1 is for ever
 * @param bisects whether a batch that failed as a whole is given again in halves
 * @param reportsFailures whether the function tells from which record of a batch on it failed
 * @param onFailure the queue that is told what was given up, if any is
 * @param isEnabled whether the function is given any
 */
public record StreamSource(
        String table,
        int batchSize,
        int retries,
        boolean bisects,
        boolean reportsFailures,
        Optional<String> onFailure,
        boolean isEnabled) {}
