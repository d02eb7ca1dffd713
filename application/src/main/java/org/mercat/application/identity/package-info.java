@NullMarked
@CheckReturnValue
package org.mercat.application.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
