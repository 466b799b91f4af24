package bilby.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A member of the shop.
 *
 * @param number from 1 on
 * @param day on which they joined, counted from the shop's first
 * @param visits how many times they come in a year, about
 */
record Member(int number, String firstName, String lastName, LocalDate birth, String zone, int day, int visits) {

    private static final List<String> FIRST_NAMES = List.of(
            "Amelia", "Noah", "Isla", "Leo", "Mia", "Jack", "Grace", "Henry", "Zoe", "Lucas", "Ruby", "Ethan", "Aria",
            "Thomas", "Chloe", "Oscar", "Ella", "Arlo", "Ivy", "Hamish", "Priya", "Wei", "Fatima", "Giorgio", "Ngaire",
            "Mateo", "Sofia", "Yuki", "Omar", "Freya", "Daniel", "Hannah", "Liam", "Nadia", "Patrick", "Tess");

    private static final List<String> LAST_NAMES = List.of(
            "Nguyen",
            "Smith",
            "Walker",
            "Singh",
            "Murray",
            "Chen",
            "Kelly",
            "Rossi",
            "Taylor",
            "Papas",
            "Brown",
            "Lee",
            "Campbell",
            "Haddad",
            "Wilson",
            "Okafor",
            "Jones",
            "Garcia",
            "Marsh",
            "Tanaka",
            "Reid",
            "Kaur",
            "Evans",
            "Petrov",
            "Young",
            "Fraser",
            "Costa",
            "Adams",
            "Whitlock",
            "Barton",
            "Doyle",
            "Lindqvist");

    private static final List<String> ZONES = List.of(
            "Australia/Melbourne",
            "Australia/Melbourne",
            "Australia/Melbourne",
            "Australia/Sydney",
            "Australia/Brisbane",
            "Australia/Perth");

    /**
     * Some joined with the shop's opening, the others on some day since.
     *
     * @param birthday one that a few have, so that there are birthdays on the days that somebody looks at
     */
    static Member of(int number, int days, LocalDate birthday, Chance chance) {
        return new Member(
                number,
                chance.oneOf(FIRST_NAMES),
                chance.oneOf(LAST_NAMES),
                birth(birthday, chance),
                chance.oneOf(ZONES),
                chance.inHundred(35) ? 0 : chance.from(1, days - 10),
                chance.oneOf(List.of(1, 2, 2, 3, 4, 5, 6, 9, 14)));
    }

    private static LocalDate birth(LocalDate birthday, Chance chance) {
        int year = chance.from(1952, 2006);
        return chance.inHundred(5)
                ? birthday.withYear(year)
                : LocalDate.of(year, 1, 1).plusDays(chance.from(0, 364));
    }

    /** The same in each filling, so that an address of the console stays good. */
    String id() {
        return UUID.nameUUIDFromBytes(("demo member " + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    ObjectNode body() {
        ObjectNode body = Till.body();
        body.put("id", id());
        body.put("first_name", firstName);
        body.put("last_name", lastName);
        body.put(
                "email",
                "%s.%s%d@example.com".formatted(firstName, lastName, number).toLowerCase(Locale.ROOT));
        body.put("mobile_phone", "+614%08d".formatted(number * 39_916_801L % 100_000_000L));
        body.put("birth_day", birth.getDayOfMonth());
        body.put("birth_month", birth.getMonthValue());
        body.put("birth_year", birth.getYear());
        body.put("timezone", zone);
        body.putArray("identities").addObject().put("handle", "card").put("identifier", "5000%06d".formatted(number));
        return body;
    }
}
