@NullMarked
@CheckReturnValue
package org.mercat.domain.availability;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
