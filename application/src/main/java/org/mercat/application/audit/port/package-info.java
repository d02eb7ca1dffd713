/** What the audit trail is kept in. */
@NullMarked
@CheckReturnValue
package org.mercat.application.audit.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
