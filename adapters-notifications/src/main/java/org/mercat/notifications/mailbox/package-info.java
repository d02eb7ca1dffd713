/** For development: messages that nobody is sent. */
@NullMarked
@CheckReturnValue
package org.mercat.notifications.mailbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
