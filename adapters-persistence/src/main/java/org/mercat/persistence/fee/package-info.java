@NullMarked
@CheckReturnValue
package org.mercat.persistence.fee;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
