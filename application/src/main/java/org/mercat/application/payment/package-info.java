@NullMarked
@CheckReturnValue
package org.mercat.application.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
