@NullMarked
@CheckReturnValue
package org.mercat.persistence.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
