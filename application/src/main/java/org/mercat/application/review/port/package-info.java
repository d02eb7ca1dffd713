@NullMarked
@CheckReturnValue
package org.mercat.application.review.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
