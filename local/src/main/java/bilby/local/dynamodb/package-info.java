/** DynamoDB Local with the template's tables, and the roles that say who may do what with them. */
@NullMarked
package bilby.local.dynamodb;

import org.jspecify.annotations.NullMarked;
