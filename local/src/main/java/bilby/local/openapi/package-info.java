/** The contract as machines read it, openapi.yaml, and the page that shows it to people. */
@NullMarked
package bilby.local.openapi;

import org.jspecify.annotations.NullMarked;
