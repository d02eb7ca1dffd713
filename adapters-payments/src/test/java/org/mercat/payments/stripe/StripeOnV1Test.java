package org.mercat.payments.stripe;

import org.mercat.payments.stripe.StripePlatform.AccountsApi;

class StripeOnV1Test extends StripePaymentGatewayTest {

  @Override
  AccountsApi accounts() {
    return AccountsApi.V1;
  }
}
