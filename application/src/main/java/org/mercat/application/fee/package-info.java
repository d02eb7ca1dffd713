@NullMarked
@CheckReturnValue
package org.mercat.application.fee;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
