@NullMarked
@CheckReturnValue
package org.mercat.application.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
