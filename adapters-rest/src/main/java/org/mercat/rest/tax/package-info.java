@NullMarked
@CheckReturnValue
package org.mercat.rest.tax;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
