@NullMarked
@CheckReturnValue
package org.mercat.domain.fee;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
