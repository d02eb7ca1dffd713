/** Signing up, in and out over HTTP; tokens and password hashes by maintained libraries. */
@NullMarked
@CheckReturnValue
package org.mercat.rest.availability;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
