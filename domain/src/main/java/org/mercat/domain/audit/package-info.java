/** Who has done what, so that nobody can change it afterwards without being found out. */
@NullMarked
@CheckReturnValue
package org.mercat.domain.audit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
