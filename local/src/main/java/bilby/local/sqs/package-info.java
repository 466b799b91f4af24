/** ElasticMQ with the template's queues, and what Lambda does with their messages. */
@NullMarked
package bilby.local.sqs;

import org.jspecify.annotations.NullMarked;
