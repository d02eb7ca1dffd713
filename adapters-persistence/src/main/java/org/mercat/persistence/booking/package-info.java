@NullMarked
@CheckReturnValue
package org.mercat.persistence.booking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
