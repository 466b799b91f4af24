/** What calls of DynamoDB cost, by AWS's published rules: DynamoDB Local counts otherwise. */
@NullMarked
package bilby.cost;

import org.jspecify.annotations.NullMarked;
