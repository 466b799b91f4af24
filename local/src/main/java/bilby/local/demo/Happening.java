package bilby.local.demo;

/**
 * Something that happens in the shop.
 *
 * @param day counted from the shop's first
 * @param minute of the day, on the shop's clock
 */
record Happening(int day, int minute, Runnable what) {}
