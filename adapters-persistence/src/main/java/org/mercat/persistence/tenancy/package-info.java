/** Tenants and their settings in PostgreSQL. */
@NullMarked
@CheckReturnValue
package org.mercat.persistence.tenancy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
