/** The API as a client meets it: over HTTP, against template.yaml served on this machine. */
@NullMarked
package bilby.api;

import org.jspecify.annotations.NullMarked;
