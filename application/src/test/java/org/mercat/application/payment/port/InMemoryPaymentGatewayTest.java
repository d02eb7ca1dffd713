package org.mercat.application.payment.port;

import java.time.Instant;
import java.time.InstantSource;

class InMemoryPaymentGatewayTest
    implements PaymentGatewayContract,
        GatewayBooksContract,
        GatewayEventsContract,
        PayerActionsContract,
        PayerAccountsContract,
        WithInMemoryGateway {

  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();
  private final GatewayEvents events = new InMemoryGatewayEvents(gateway, InstantSource.system());

  @Override
  public InMemoryPaymentGateway gateway() {
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
}
