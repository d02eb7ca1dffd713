@NullMarked
@CheckReturnValue
package org.mercat.rest.fee;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
