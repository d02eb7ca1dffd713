/** What may happen to money between a market and its gateway, whichever gateway it is. */
@NullMarked
@CheckReturnValue
package org.mercat.application.scenario;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
