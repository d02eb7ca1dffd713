/** Mails over SMTP. */
@NullMarked
@CheckReturnValue
package org.mercat.notifications.smtp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
