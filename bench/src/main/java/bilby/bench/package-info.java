/** What docs/benchmarks.md tells, measured: {@code mvn -Pbench}. */
@NullMarked
package bilby.bench;

import org.jspecify.annotations.NullMarked;
