package org.mercat.payments.stripe;

import com.stripe.exception.StripeException;

/**
 * Stripe has failed under this key before and says so again, whatever it is asked: what it has done
 * has to be looked up.
 */
final class KeptFault extends StripeException {

  private static final long serialVersionUID = 1L;

  KeptFault(int status) {
    super("a fault that is kept under the key", null, null, status);
  }
}
