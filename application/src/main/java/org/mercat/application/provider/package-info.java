@NullMarked
@CheckReturnValue
package org.mercat.application.provider;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
