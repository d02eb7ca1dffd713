@NullMarked
@CheckReturnValue
package org.mercat.application.catalog.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
