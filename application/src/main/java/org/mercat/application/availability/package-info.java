@NullMarked
@CheckReturnValue
package org.mercat.application.availability;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
