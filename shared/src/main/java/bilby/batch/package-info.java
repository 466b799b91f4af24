/** Batches: what one request asks for in many rows, done later, each row once. */
@NullMarked
package bilby.batch;

import org.jspecify.annotations.NullMarked;
