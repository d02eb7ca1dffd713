/** What a request costs over HTTP beside what its SQL alone costs: docs/benchmarks.md. */
@NullMarked
@CheckReturnValue
package org.mercat.bootstrap.benchmark;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
