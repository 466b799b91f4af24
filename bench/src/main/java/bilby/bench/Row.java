package bilby.bench;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param what is measured
 * @param figure what came of it
 * @param against what the same takes that it is compared with, or nothing
 * @param ratio of the two, or nothing
 * @param goal for the ratio, or for the figure where there is none; nothing where there is no goal
 */
record Row(String what, String figure, String against, String ratio, String goal) {

    static final String HEADER = "| what | measured | against | ratio | goal |\n| --- | --- | --- | --- | --- |";

    static Row of(String what, String figure, String goal) {
        return new Row(what, figure, "", "", goal);
    }

    /** Two times, in nanoseconds. */
    static Row ofTimes(String what, double nanos, double against, String goal) {
        return new Row(what, millis(nanos), millis(against), text(nanos / against), goal);
    }

    /** Two rates a second. */
    static Row ofRates(String what, double rate, double against, String goal) {
        return new Row(
                what, "%.0f a second".formatted(rate), "%.0f a second".formatted(against), text(rate / against), goal);
    }

    /** Two sizes, in bytes. */
    static Row ofSizes(String what, long bytes, long against) {
        return new Row(what, megabytes(bytes), megabytes(against), text((double) bytes / against), "");
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static String millis(double nanos) {
        return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }

    private static String text(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    @Override
    public String toString() {
        return "| %s | %s | %s | %s | %s |"
                .formatted(what, figure, against, ratio, goal)
                .replace("  |", " |");
    }
}
