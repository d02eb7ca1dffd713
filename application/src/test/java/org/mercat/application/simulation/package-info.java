/** Bookings, money and gateway on a virtual clock, where the seed decides what happens next. */
@NullMarked
@CheckReturnValue
package org.mercat.application.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
