/** The whole market in memory, put together as the server puts it together. */
@NullMarked
@CheckReturnValue
package org.mercat.application;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
