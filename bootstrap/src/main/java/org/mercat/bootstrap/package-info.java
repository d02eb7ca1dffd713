/** Puts the server together: settings, wiring, health, and the launcher that starts it all. */
@NullMarked
@CheckReturnValue
package org.mercat.bootstrap;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
