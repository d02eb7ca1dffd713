package org.mercat.application.payment.port;

import java.time.Instant;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Money;

class InMemoryDisputesTest implements GatewayDisputesContract, WithInMemoryGateway {

  private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();

  @Override
  public InMemoryPaymentGateway gateway() {
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
}
