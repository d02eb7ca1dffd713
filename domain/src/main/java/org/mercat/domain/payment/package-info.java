@NullMarked
@CheckReturnValue
package org.mercat.domain.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
