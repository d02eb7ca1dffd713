package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.mercat.application.payment.port.PaymentGateway.ReversalView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/** What was taken back of a transfer, as the sandbox keeps it. */
record ReversalRow(ReversalView view, GatewayReference transfer) {

  static ReversalRow asked(OperationKey key, GatewayReference transfer, Money amount) {
    var id = new GatewayReference(SandboxIds.next("trr"));
    return new ReversalRow(new ReversalView(id, key, Status.SUCCEEDED, amount), transfer);
  }

  static ReversalRow read(ResultSet row) throws SQLException {
    return new ReversalRow(
        new ReversalView(
            new GatewayReference(row.getString("id")),
            OperationKey.parse(row.getString("operation")),
            Status.SUCCEEDED,
            Money.of(row.getLong("amount"), row.getString("currency"))),
        new GatewayReference(row.getString("transfer")));
  }

  /** False when something was asked for under the key before; this is then forgotten. */
  boolean add(Connection connection, Instant now) throws SQLException {
    return SandboxDatabase.change(
            connection,
            """
            insert into sandbox.reversal (id, operation, transfer, amount, currency, created_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (operation) do nothing
            """,
            view.reference().value(),
            view.key().text(),
            transfer.value(),
            view.amount().minor(),
            view.amount().currency().getCurrencyCode(),
            now)
        == 1;
  }

  boolean isFor(GatewayReference asked, Money amount) {
    return transfer.equals(asked) && view.amount().equals(amount);
  }
}
