/** What all resources share: how requests are read and how answers are written. */
@NullMarked
@CheckReturnValue
package org.mercat.rest.shared;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
