/** What every function needs to answer a request: reading it, who may ask, and writing the answer. */
@NullMarked
package bilby.functions.http;

import org.jspecify.annotations.NullMarked;
