/** Batches: many rows in one request, stored with it and done by messages. */
@NullMarked
package bilby.functions.batch;

import org.jspecify.annotations.NullMarked;
