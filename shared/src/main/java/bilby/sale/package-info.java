/** Sales, which the API calls transactions. */
@NullMarked
package bilby.sale;

import org.jspecify.annotations.NullMarked;
