@NullMarked
@CheckReturnValue
package org.mercat.application.provider.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
