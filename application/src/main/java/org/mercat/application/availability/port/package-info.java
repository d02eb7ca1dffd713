@NullMarked
@CheckReturnValue
package org.mercat.application.availability.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
