@NullMarked
@CheckReturnValue
package org.mercat.persistence.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
