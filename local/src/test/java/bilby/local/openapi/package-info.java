/** The document and its page, as they are served. */
@NullMarked
package bilby.local.openapi;

import org.jspecify.annotations.NullMarked;
