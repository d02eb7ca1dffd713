/**
 * A Stripe in this process, spoken to over HTTP: it keeps what it is asked for, follows Stripe's
 * published rules of idempotency, refuses what Stripe would refuse, and fails when it is told to.
 */
@NullMarked
@CheckReturnValue
package org.mercat.payments.stripe.fake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
