@NullMarked
@CheckReturnValue
package org.mercat.domain.tax;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
