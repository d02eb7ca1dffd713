@NullMarked
@CheckReturnValue
package org.mercat.application.shared;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
