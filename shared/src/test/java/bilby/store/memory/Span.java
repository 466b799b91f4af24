package bilby.store.memory;

/**
 * Neighbouring places.
 *
 * @param from inclusive
 * @param to exclusive
 */
record Span(Place from, Place to) {

    static final Span ALL = new Span(Place.before(0), Place.before(Place.PARTITIONS));

    /** One of so many parts of all places, of which each place is in exactly one. */
    static Span segment(int number, int total) {
        return new Span(
                Place.before(Place.PARTITIONS * number / total), Place.before(Place.PARTITIONS * (number + 1) / total));
    }

    boolean holds(Place place) {
        return from.compareTo(place) <= 0 && place.compareTo(to) < 0;
    }
}
