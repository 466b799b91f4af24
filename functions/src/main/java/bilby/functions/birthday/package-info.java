/** Birthday rewards: planned by the hour, issued by messages, reported by date. */
@NullMarked
package bilby.functions.birthday;

import org.jspecify.annotations.NullMarked;
