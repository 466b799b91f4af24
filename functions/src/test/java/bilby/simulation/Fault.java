package bilby.simulation;

/** What can become of one call to DynamoDB. */
enum Fault {
    /** It never arrives. */
    REQUEST_LOST,
    /** It is carried out, or refused, and nobody hears of it. */
    ANSWER_LOST,
    /** Its sender gives it up, and it arrives all the same, some calls later. */
    LATE,
    /** Another has one of its items in hand. */
    CONFLICT,
    THROTTLED,
    SERVER_ERROR,
    SERVER_ERROR_AFTERWARDS,
    /** Some of the keys are left unread. */
    UNPROCESSED
}
