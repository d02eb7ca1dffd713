@NullMarked
@CheckReturnValue
package org.mercat.persistence.shared;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
