@NullMarked
@CheckReturnValue
package org.mercat.persistence.integration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
