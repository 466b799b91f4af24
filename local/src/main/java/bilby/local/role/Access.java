package bilby.local.role;

/**
 * A right that a call needs.
 *
 * @param action such as {@code dynamodb:GetItem}
 * @param resource the ARN of what it is done to; {@code *} where there is no one thing
 */
public record Access(String action, String resource) {}
