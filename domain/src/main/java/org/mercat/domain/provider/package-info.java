@NullMarked
@CheckReturnValue
package org.mercat.domain.provider;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
