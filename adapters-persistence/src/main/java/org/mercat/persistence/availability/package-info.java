/** Accounts, sessions and signing keys in PostgreSQL. */
@NullMarked
@CheckReturnValue
package org.mercat.persistence.availability;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
