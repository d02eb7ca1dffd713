@NullMarked
@CheckReturnValue
package org.mercat.application.integration.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
