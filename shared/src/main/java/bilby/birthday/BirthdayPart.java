package bilby.birthday;

import bilby.wallet.ProfileId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a run, which one message asks for: members of one shard, whose birthdays are celebrated on one date, in zones
 * where a day began at one instant.
 *
 * @param celebrated the date of the birthdays
 * @param issued the local date at whose beginning their rewards are issued
 * @param begun the beginning of the day that brought this on
 * @param zones the ids of the zones, and {@link BirthdayPlace#OTHERS} where the setting's zone is one of them
 * @param zoneOfOthers the setting's zone
 * @param birthdays the days and months that are celebrated on the date
 * @param extent how much of it is asked for
 */
public record BirthdayPart(
        LocalDate celebrated,
        LocalDate issued,
        Instant begun,
        Look look,
        List<String> zones,
        ZoneId zoneOfOthers,
        List<MonthDay> birthdays,
        int shard,
        Extent extent) {

    /** Each day is looked at twice. */
    public enum Look {
        /** As the day begins. */
        FIRST,
        /** As the next one begins: for who has moved into the zone since, and whom the index did not show yet. */
        SECOND;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The look of a word.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Look of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** How much of a part is asked for. */
    public sealed interface Extent {

        /** All of it. */
        From ALL = new From(0, Optional.empty());

        /**
         * What has not been done yet.
         *
         * @param place the number of the place to go on with
         * @param after the last of its members who has been seen to, in the index's order
         */
        record From(int place, Optional<ProfileId> after) implements Extent {}

        /** One definition's rewards for some members, which could not be issued with the others'. */
        record Only(long definitionId, List<ProfileId> members) implements Extent {}
    }

    public BirthdayPart {
        zones = List.copyOf(zones);
        birthdays = List.copyOf(birthdays);
    }

    /** Its name among the parts of the date's run; what goes on with it has the same. */
    public String name() {
        return begun + "#" + look.word() + "#" + shard;
    }

    /** The places in the index that it looks at. */
    public List<BirthdayPlace> places() {
        List<BirthdayPlace> places = new ArrayList<>();
        for (String zone : zones) {
            for (MonthDay birthday : birthdays) {
                places.add(new BirthdayPlace(birthday, zone, shard));
            }
        }
        return places;
    }

    /** The same part, so much of it. */
    public BirthdayPart of(Extent some) {
        return new BirthdayPart(celebrated, issued, begun, look, zones, zoneOfOthers, birthdays, shard, some);
    }
}
