/** What messages say, in the languages of the market. */
@NullMarked
@CheckReturnValue
package org.mercat.notifications.wording;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
