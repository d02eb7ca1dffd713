package org.mercat.application.payment.port;

import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.domain.payment.GatewayReference;

/** The payers, payees and banks of a gateway in memory. */
interface WithInMemoryGateway extends GatewayOnTrial {

  @Override
  InMemoryPaymentGateway gateway();

  @Override
  default TestMethods methods() {
    return new TestMethods(
        InMemoryPaymentGateway.OK,
        InMemoryPaymentGateway.DECLINED,
        InMemoryPaymentGateway.INSUFFICIENT_FUNDS,
        InMemoryPaymentGateway.REQUIRES_ACTION,
        InMemoryPaymentGateway.REFUND_PENDING,
        InMemoryPaymentGateway.REFUND_FAILS,
        InMemoryPaymentGateway.TIMEOUT_AFTER_WORK);
  }

  @Override
  default void completeAction(GatewayReference payment, boolean succeeds) {
    gateway().completeAction(payment, succeeds);
  }

  @Override
  default void completeRefund(GatewayReference refund, boolean succeeds) {
    gateway().completeRefund(refund, succeeds);
  }

  @Override
  default void completePayout(GatewayReference payout, boolean succeeds) {
    gateway().completePayout(payout, succeeds);
  }

  @Override
  default void finishOnboarding(OnboardingLink link) {
    gateway().finishOnboarding(link);
  }
}
