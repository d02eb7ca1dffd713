@NullMarked
@CheckReturnValue
package org.mercat.application.tenancy.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
