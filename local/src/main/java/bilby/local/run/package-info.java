/** What runs functions without a request of the HTTP API: their schedules, and whoever runs them by hand. */
@NullMarked
package bilby.local.run;

import org.jspecify.annotations.NullMarked;
