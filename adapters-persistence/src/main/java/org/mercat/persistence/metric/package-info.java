@NullMarked
@CheckReturnValue
package org.mercat.persistence.metric;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
