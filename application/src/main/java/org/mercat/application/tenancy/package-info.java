@NullMarked
@CheckReturnValue
package org.mercat.application.tenancy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
