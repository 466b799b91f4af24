package bilby.local.template;

/**
 * What becomes of a queue's messages that keep coming back.
 *
 * @param deadLetterQueue the logical id of the queue that they are moved to
 * @param maxReceiveCount how often a message is received before that
 */
public record Redrive(String deadLetterQueue, int maxReceiveCount) {}
