@NullMarked
@CheckReturnValue
package org.mercat.domain.catalog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
