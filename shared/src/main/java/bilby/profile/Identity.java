package bilby.profile;

import java.time.Instant;

/**
 * What another system knows a member by: a loyalty card, an account of a shop.
 *
 * @param id unique within the profile, in the order of time
 * @param handle the system; a member may have several identities of one
 * @param identifier unique within its handle: no two members share it; compared as sent
 * @param createdAt in whole seconds, as {@code updatedAt}
 */
public record Identity(
        long id,
        String handle,
        String identifier,
        boolean isPrimary,
        boolean isActive,
        Instant createdAt,
        Instant updatedAt) {

    /** The longest handle or identifier, in UTF-16 units. */
    public static final int LONGEST_NAME = 255;

    /** Whether it is what this system knows a member by under this identifier. */
    public boolean isNamed(String handle, String identifier) {
        return this.handle.equals(handle) && this.identifier.equals(identifier);
    }
}
