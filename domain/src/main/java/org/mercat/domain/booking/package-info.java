@NullMarked
@CheckReturnValue
package org.mercat.domain.booking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
