@NullMarked
@CheckReturnValue
package org.mercat.application.integration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
