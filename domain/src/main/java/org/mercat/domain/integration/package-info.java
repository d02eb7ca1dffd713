@NullMarked
@CheckReturnValue
package org.mercat.domain.integration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
