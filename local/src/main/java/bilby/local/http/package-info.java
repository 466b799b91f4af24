/** An HTTP server on a port of this machine, which both the HTTP API and DynamoDB Local need. */
@NullMarked
package bilby.local.http;

import org.jspecify.annotations.NullMarked;
