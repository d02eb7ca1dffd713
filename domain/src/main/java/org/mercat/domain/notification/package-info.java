/** What the market tells a person by mail or by phone, in words of no channel and no provider. */
@NullMarked
@CheckReturnValue
package org.mercat.domain.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
