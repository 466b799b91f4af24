/** template.yaml on one machine: its HTTP API, its functions and its tables, without an AWS account or Docker. */
@NullMarked
package bilby.local;

import org.jspecify.annotations.NullMarked;
