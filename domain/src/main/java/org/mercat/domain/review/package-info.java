@NullMarked
@CheckReturnValue
package org.mercat.domain.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
