/** Sales, which the API calls transactions, over HTTP. */
@NullMarked
package bilby.functions.sale;

import org.jspecify.annotations.NullMarked;
