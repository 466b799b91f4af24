/** The least that functions can do, to measure Bilby's against: never deployed. */
@NullMarked
package bilby.bench.least;

import org.jspecify.annotations.NullMarked;
