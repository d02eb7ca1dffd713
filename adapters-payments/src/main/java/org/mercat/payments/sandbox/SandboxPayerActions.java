package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.PayerActions;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.GatewayReference;

/** Sends payers to a page of the sandbox, a new one each time. */
final class SandboxPayerActions implements PayerActions {

  private final SandboxCalls calls;
  private final PayerLinks links;
  private final InstantSource clock;

  SandboxPayerActions(SandboxCalls calls, PayerLinks links, InstantSource clock) {
    this.calls = calls;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public Outcome<Optional<PayerAction>> of(GatewayReference payment) {
    return calls.read(
        connection -> {
          var row = Book.PAYMENTS.find(connection, payment);
          return row.isEmpty()
              ? Optional.empty()
              : Optional.of(page(connection, row.get().view().status(), payment));
        });
  }

  @Override
  public Outcome<Optional<PayerAction>> ofSetup(GatewayReference setup) {
    return calls.read(
        connection -> {
          var row = Book.SETUPS.find(connection, setup);
          return row.isEmpty()
              ? Optional.empty()
              : Optional.of(page(connection, row.get().view().status(), setup));
        });
  }

  private Optional<PayerAction> page(Connection connection, Status status, GatewayReference waiting)
      throws SQLException {
    return status == Status.REQUIRES_ACTION
        ? Optional.of(links.make(connection, waiting, clock.instant()))
        : Optional.empty();
  }
}
