package bilby.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A standard queue of SQS.
 *
 * @param id its logical id, which is its name as well, here and for sam local
 * @param visibilityTimeout how long a message that was received is kept from others
 * @param redrive where its messages end that cannot be handled; without it they come back for as long as they are kept
 */
public record Queue(String id, Duration visibilityTimeout, Optional<Redrive> redrive) {}
