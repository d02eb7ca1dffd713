@NullMarked
@CheckReturnValue
package org.mercat.domain.geo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
