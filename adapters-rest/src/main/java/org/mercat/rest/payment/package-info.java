@NullMarked
@CheckReturnValue
package org.mercat.rest.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
