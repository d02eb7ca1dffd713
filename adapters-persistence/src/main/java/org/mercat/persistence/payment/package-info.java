@NullMarked
@CheckReturnValue
package org.mercat.persistence.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
