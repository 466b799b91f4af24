/** Birthday rewards: on which days whose are due, who has had theirs, and what came of it. */
@NullMarked
package bilby.birthday;

import org.jspecify.annotations.NullMarked;
