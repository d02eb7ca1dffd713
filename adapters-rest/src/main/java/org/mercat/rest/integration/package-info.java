@NullMarked
@CheckReturnValue
package org.mercat.rest.integration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
