@NullMarked
@CheckReturnValue
package org.mercat.domain.shared;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
