@NullMarked
@CheckReturnValue
package org.mercat.application.tax;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
