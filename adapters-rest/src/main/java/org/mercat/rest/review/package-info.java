@NullMarked
@CheckReturnValue
package org.mercat.rest.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
