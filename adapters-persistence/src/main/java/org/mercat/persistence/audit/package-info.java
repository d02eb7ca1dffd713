@NullMarked
@CheckReturnValue
package org.mercat.persistence.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
