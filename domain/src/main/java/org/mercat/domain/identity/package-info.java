@NullMarked
@CheckReturnValue
package org.mercat.domain.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
