@NullMarked
@CheckReturnValue
package org.mercat.persistence.tax;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
