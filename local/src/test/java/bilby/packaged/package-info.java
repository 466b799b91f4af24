/** What is deployed, run as Lambda runs it: functions.zip alone, under Lambda's own runtime client. */
@NullMarked
package bilby.packaged;

import org.jspecify.annotations.NullMarked;
