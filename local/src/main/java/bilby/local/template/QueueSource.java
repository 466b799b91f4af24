package bilby.local.template;

/**
 * A queue whose messages are given to a function, by an event source mapping of Lambda's.
 *
 * @param queue the queue's logical id
 * @param batchSize how many messages at most the function is given at once, 1 to 10
 * @param concurrency how many invocations at most there are at once
 * @param reportsFailures whether the function tells which messages of a batch it could not handle
 * @param isEnabled whether the function is given any
 */
public record QueueSource(String queue, int batchSize, int concurrency, boolean reportsFailures, boolean isEnabled) {}
