/** Owns the processes: one PostgreSQL, one server, one clean end. Knows nothing of the server. */
@NullMarked
@CheckReturnValue
package org.mercat.bootstrap.launch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
