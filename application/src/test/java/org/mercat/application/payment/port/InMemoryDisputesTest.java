package org.mercat.application.payment.port;

import java.time.Instant;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Money;

class InMemoryDisputesTest implements GatewayDisputesContract {

  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();

  @Override
  public PaymentGateway gateway() {
    return gateway;
  }

  @Override
  public GatewayDisputes disputes() {
    return gateway.disputes();
  }

  @Override
  public GatewayBooks books() {
    return gateway.books();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public GatewayReference contest(GatewayReference payment, Money amount, boolean inquiry) {
    return inquiry
        ? gateway.disputes().inquire(payment, amount)
        : gateway.disputes().contest(payment, amount);
  }

  @Override
  public void endDispute(GatewayReference dispute, boolean won) {
    gateway.disputes().end(dispute, won);
  }

  @Override
  public GatewayReference warnOf(GatewayReference payment) {
    return gateway.disputes().warn(payment);
  }

  @Override
  public boolean tellsTenantsApart() {
    return false;
  }

  @Override
  public TestMethods methods() {
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
  public void completeAction(GatewayReference payment, boolean succeeds) {
    gateway.completeAction(payment, succeeds);
  }

  @Override
  public void completeRefund(GatewayReference refund, boolean succeeds) {
    gateway.completeRefund(refund, succeeds);
  }

  @Override
  public void completePayout(GatewayReference payout, boolean succeeds) {
    gateway.completePayout(payout, succeeds);
  }

  @Override
  public void finishOnboarding(OnboardingLink link) {
    gateway.finishOnboarding(link);
  }
}
