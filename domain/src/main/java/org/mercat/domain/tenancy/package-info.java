@NullMarked
@CheckReturnValue
package org.mercat.domain.tenancy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
