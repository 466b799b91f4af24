/** SQS: messages for work that is done later, at least once and in no order. */
@NullMarked
package bilby.queue;

import org.jspecify.annotations.NullMarked;
