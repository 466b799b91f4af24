/** DynamoDB: one class per table, the reads, and the commit. */
@NullMarked
package bilby.store;

import org.jspecify.annotations.NullMarked;
