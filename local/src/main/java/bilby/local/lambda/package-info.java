/** What Lambda does: it makes each function's handler, gives it events, and keeps it to its time and size. */
@NullMarked
package bilby.local.lambda;

import org.jspecify.annotations.NullMarked;
