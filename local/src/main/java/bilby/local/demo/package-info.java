/** Two years of a shop, so that there is something to look at: {@code mvn -Plocal -Ddemo}. */
@NullMarked
package bilby.local.demo;

import org.jspecify.annotations.NullMarked;
