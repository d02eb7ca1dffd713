@NullMarked
@CheckReturnValue
package org.mercat.rest.booking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
