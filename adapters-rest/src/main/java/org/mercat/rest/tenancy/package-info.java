@NullMarked
@CheckReturnValue
package org.mercat.rest.tenancy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
