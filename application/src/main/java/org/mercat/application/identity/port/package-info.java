@NullMarked
@CheckReturnValue
package org.mercat.application.identity.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
