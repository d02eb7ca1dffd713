@NullMarked
@CheckReturnValue
package org.mercat.rest.metric;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
