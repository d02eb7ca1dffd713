@NullMarked
@CheckReturnValue
package org.mercat.application.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
