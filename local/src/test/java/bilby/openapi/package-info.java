/** Holds openapi.yaml to template.yaml, and what goes over the wire to openapi.yaml. */
@NullMarked
package bilby.openapi;

import org.jspecify.annotations.NullMarked;
