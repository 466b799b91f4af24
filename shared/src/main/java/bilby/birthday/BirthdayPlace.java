package bilby.birthday;

import bilby.profile.Profile;
import bilby.wallet.ProfileId;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where in the index over birthdays members are: those of one day and zone, in so many shards that no day of a large shop is
 * more than DynamoDB reads or one function issues in a while.
 *
 * @param zone the id of their zone, or {@link #OTHERS}
 * @param shard from 0 to {@link #SHARDS} − 1
 */
public record BirthdayPlace(MonthDay day, String zone, int shard) {

    /** Never changes: profiles are stored by it. */
    public static final int SHARDS = 16;

    /** Stands for the setting's zone, for those of whom no zone is known. */
    public static final String OTHERS = "-";

    /** Where a profile is; empty if its birthday is not known. */
    public static Optional<BirthdayPlace> of(Profile profile) {
        return profile.birthday()
                .map(birthday -> new BirthdayPlace(
                        birthday.day(), profile.zone().map(ZoneId::getId).orElse(OTHERS), shard(profile.id())));
    }

    private static int shard(ProfileId id) {
        return Math.floorMod(id.toString().hashCode(), SHARDS);
    }

    /** Its name in the index, such as {@code 03-10#Australia/Melbourne#7}. */
    public String name() {
        return "%02d-%02d#%s#%d".formatted(day.getMonthValue(), day.getDayOfMonth(), zone, shard);
    }
}
