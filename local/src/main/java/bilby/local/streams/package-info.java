/** The streams of DynamoDB's tables, given to the functions that the template names for them. */
@NullMarked
package bilby.local.streams;

import org.jspecify.annotations.NullMarked;
