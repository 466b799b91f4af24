/** A redemption as a Spring Boot function, to measure beside Bilby's: never deployed. */
@NullMarked
package bilby.bench.spring;

import org.jspecify.annotations.NullMarked;
