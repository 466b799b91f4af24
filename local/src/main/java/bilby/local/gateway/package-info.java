/** The HTTP API: what API Gateway does with a request before and after the function behind its route. */
@NullMarked
package bilby.local.gateway;

import org.jspecify.annotations.NullMarked;
