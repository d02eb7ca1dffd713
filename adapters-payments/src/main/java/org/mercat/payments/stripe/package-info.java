/**
 * Stripe as the payment gateway: charges on the market's own account (Stripe's "platform"), and
 * accounts of the providers beside it. What Stripe is asked for is sent once; what it tells by its
 * events is only a hint, after which the thing itself is read.
 */
@NullMarked
@CheckReturnValue
package org.mercat.payments.stripe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
