package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.mercat.application.payment.port.GatewayOnTrial;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.PaymentMethod;

/** The payers, payees and banks of a sandbox. */
interface WithSandbox extends GatewayOnTrial {

  Sandbox sandbox();

  @Override
  default TestMethods methods() {
    return new TestMethods(
        method(TestMethod.SBX_OK),
        method(TestMethod.SBX_DECLINED),
        method(TestMethod.SBX_INSUFFICIENT_FUNDS),
        method(TestMethod.SBX_REQUIRES_ACTION),
        method(TestMethod.SBX_REFUND_PENDING),
        method(TestMethod.SBX_REFUND_FAILS),
        method(TestMethod.SBX_TIMEOUT_AFTER_WORK));
  }

  @Override
  default void completeAction(GatewayReference payment, boolean succeeds) {
    var _ = sandbox().counterparties().completeAction(payment, succeeds);
  }

  @Override
  default void completeRefund(GatewayReference refund, boolean succeeds) {
    var _ = sandbox().counterparties().completeRefund(refund, succeeds);
  }

  @Override
  default void completePayout(GatewayReference payout, boolean succeeds) {
    var _ = sandbox().counterparties().completePayout(payout, succeeds);
  }

  @Override
  default void finishOnboarding(OnboardingLink link) {
    var secret = link.url().substring(link.url().lastIndexOf('/') + 1);
    var account = sandbox().counterparties().accountOf(secret).orElseThrow();
    assertThat(sandbox().counterparties().finishOnboarding(account))
        .isEqualTo(Counterparties.Act.DONE);
  }

  static PaymentMethod method(TestMethod method) {
    return new PaymentMethod(method.token());
  }
}
