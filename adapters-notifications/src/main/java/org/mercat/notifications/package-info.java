/** Messages to people: how they read and who carries them. */
@NullMarked
@CheckReturnValue
package org.mercat.notifications;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
