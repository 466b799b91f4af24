package bilby.claim;

import bilby.wallet.Hash;
import bilby.wallet.ProfileId;
import java.util.Locale;

/** A value that only one owner may have at a time, by its name in the claims table: {@code kind#value}. */
public record Claim(String name) {

    private static final String BUYER = "buyer#";

    /** The handle of a definition of one kind. */
    public static Claim handle(String kind, String handle) {
        return new Claim("handle#" + kind + "#" + handle);
    }

    /** An e-mail address, whatever its case. */
    public static Claim email(String address) {
        return new Claim("email#" + address.toLowerCase(Locale.ROOT));
    }

    public static Claim phone(String number) {
        return new Claim("phone#" + number);
    }

    /** A member's identity: an identifier that is unique within its handle. No two of them have the same name. */
    public static Claim identity(String handle, String identifier) {
        String escaped = handle.replace("%", "%25").replace("#", "%23");
        return new Claim("identity#" + escaped + "#" + identifier);
    }

    /** The id that another system gave to a record of one kind. */
    public static Claim external(String kind, String externalId) {
        return new Claim("external#" + kind + "#" + externalId);
    }

    /** An idempotency key, by the hash of the key and of the token that it was sent with. */
    public static Claim idempotency(Hash key) {
        return new Claim("idempotency#" + key);
    }

    /** That a sale to nobody known has got its buyer. */
    public static Claim buyer(long saleId) {
        return new Claim(BUYER + saleId);
    }

    /** The sale that a {@link #buyer} is of. */
    public long saleId() {
        return Long.parseLong(name.substring(BUYER.length()));
    }

    /** A member's birthday of one year, by the reward definition that it is rewarded by. */
    public static Claim birthday(long definitionId, ProfileId profileId, int year) {
        return new Claim("birthday#" + definitionId + "#" + profileId + "#" + year);
    }
}
