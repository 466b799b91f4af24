/** Many requests at once, through the handlers themselves, on every DynamoDB there is. */
@NullMarked
package bilby.races;

import org.jspecify.annotations.NullMarked;
