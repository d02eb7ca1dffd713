package org.mercat.application.payment.port;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.payment.port.PaymentGateway.OnboardingLink;
import org.mercat.domain.payment.GatewayReference;

class InMemoryPaymentGatewayTest
    implements PaymentGatewayContract,
        GatewayBooksContract,
        GatewayEventsContract,
        PayerActionsContract,
        PayerAccountsContract {

  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();
  private final GatewayEvents events = new InMemoryGatewayEvents(gateway, InstantSource.system());

  @Override
  public PaymentGateway gateway() {
    return gateway;
  }

  @Override
  public PayerAccounts payers() {
    return gateway.payers();
  }

  @Override
  public PayerActions actions() {
    return new InMemoryPayerActions(gateway);
  }

  @Override
  public void act(PayerActions.PayerAction page, boolean succeeds) {
    new InMemoryPayerActions(gateway).act(page, succeeds);
  }

  @Override
  public GatewayBooks books() {
    return gateway.books();
  }

  @Override
  public GatewayEvents events() {
    return events;
  }

  @Override
  public Instant now() {
    return Instant.now();
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
