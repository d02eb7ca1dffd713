/** Text messages over Twilio. */
@NullMarked
@CheckReturnValue
package org.mercat.notifications.twilio;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
