@NullMarked
@CheckReturnValue
package org.mercat.application.fee.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
