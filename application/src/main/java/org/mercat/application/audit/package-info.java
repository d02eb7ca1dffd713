/** What was done in the market, kept so that nobody can change it unseen. */
@NullMarked
@CheckReturnValue
package org.mercat.application.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
