/** Everything as a user meets it: a real server, a real database, HTTP. */
@NullMarked
@CheckReturnValue
package org.mercat.bootstrap.e2e;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
