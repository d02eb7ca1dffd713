/** The time zone database that Joda-Time brings along, and no other part of Joda-Time. */
@NullMarked
@CheckReturnValue
package org.mercat.zones.joda;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
