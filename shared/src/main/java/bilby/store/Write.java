package bilby.store;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One action of a commit.
 *
 * @param ifRefused what it means when the action's condition does not hold
 */
public record Write(TransactWriteItem action, Refusal ifRefused) {

    /** Why a condition did not hold. */
    public enum Refusal {
        /** What the decision rests on has changed since it was read: read and decide again. */
        STALE,
        /** The new id is another record's: take another. */
        COLLISION,
        /** The unique value is another's. */
        TAKEN
    }
}
