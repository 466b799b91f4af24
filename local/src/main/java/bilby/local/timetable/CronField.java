package bilby.local.timetable;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A field of a cron expression, whose values are numbers.
 *
 * @param names what the numbers from {@code least} on may be called
 */
record CronField(String name, int least, int most, List<String> names) {

    /** The values of a list of numbers, ranges and steps; {@code *} is all of them. */
    SortedSet<Integer> values(String text) {
        SortedSet<Integer> values = new TreeSet<>();
        for (String item : text.split(",", -1)) {
            add(item, values);
        }
        return values;
    }

    private void add(String item, SortedSet<Integer> values) {
        String[] parts = item.split("/", 2);
        String[] ends = parts[0].equals("*") ? new String[] {"" + least, "" + most} : parts[0].split("-", 2);
        boolean isStepped = parts.length == 2;
        int first = number(ends[0]);
        int last = ends.length == 2 ? number(ends[1]) : isStepped ? most : first;
        int step = isStepped ? step(parts[1]) : 1;
        if (last < first) {
            throw unknown(item);
        }
        for (int value = first; value <= last; value += step) {
            values.add(value);
        }
    }

    /** One value, as a number or by its name. */
    int number(String text) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return least + named;
        }
        int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw unknown(text);
        }
        return number;
    }

    private int step(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw unknown("/" + text);
        }
        return Integer.parseInt(text);
    }

    IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("a cron's " + name + " cannot be " + text);
    }
}
