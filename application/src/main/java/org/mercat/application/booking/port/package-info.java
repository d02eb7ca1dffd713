@NullMarked
@CheckReturnValue
package org.mercat.application.booking.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
