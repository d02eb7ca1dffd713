@NullMarked
@CheckReturnValue
package org.mercat.application.notification.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
