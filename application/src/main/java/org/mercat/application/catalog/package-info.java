@NullMarked
@CheckReturnValue
package org.mercat.application.catalog;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
