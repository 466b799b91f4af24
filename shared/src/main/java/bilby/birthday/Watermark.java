package bilby.birthday;

import java.time.Instant;

/**
 * How far birthdays have been planned.
 *
 * @param version 1, 2, 3… with each change
 * @param plannedTo all days that began up to this instant are planned
 * @param daysBefore how many days ahead of those days birthdays are planned
 */
public record Watermark(long version, Instant plannedTo, int daysBefore) {}
