@NullMarked
@CheckReturnValue
package org.mercat.application.payment.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
