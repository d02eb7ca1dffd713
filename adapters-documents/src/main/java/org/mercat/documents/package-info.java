/** Papers to keep and to print, as PDF. Nothing is fetched from anywhere to make one. */
@NullMarked
@CheckReturnValue
package org.mercat.documents;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
