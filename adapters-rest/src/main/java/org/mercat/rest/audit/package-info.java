/** What was done, and what happened to the system, for administrators. */
@NullMarked
@CheckReturnValue
package org.mercat.rest.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
