/** What the gateways' webhooks have in common. */
@NullMarked
@CheckReturnValue
package org.mercat.payments.shared;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
