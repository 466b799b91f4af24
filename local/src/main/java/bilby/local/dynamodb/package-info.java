/** DynamoDB Local with the template's tables, and the rights that calls of it need. */
@NullMarked
package bilby.local.dynamodb;

import org.jspecify.annotations.NullMarked;
