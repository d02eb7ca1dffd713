package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.mercat.application.payment.port.PaymentGateway.RefundView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/**
 * A refund as the sandbox keeps it.
 *
 * @param answered what was answered when it was asked for
 */
record RefundRow(RefundView view, GatewayReference payment, Status answered) {

  static RefundRow asked(OperationKey key, PaymentRow payment, Money amount) {
    var id = new GatewayReference(SandboxIds.next("re"));
    var status = payment.method().refund();
    return new RefundRow(
        new RefundView(id, key, status, amount), payment.view().reference(), status);
  }

  static RefundRow read(ResultSet row) throws SQLException {
    return new RefundRow(
        new RefundView(
            new GatewayReference(row.getString("id")),
            OperationKey.parse(row.getString("operation")),
            Status.valueOf(row.getString("status")),
            Money.of(row.getLong("amount"), row.getString("currency"))),
        new GatewayReference(row.getString("payment")),
        Status.valueOf(row.getString("answered")));
  }

  /** False when something was asked for under the key before; this is then forgotten. */
  boolean add(Connection connection, Instant now) throws SQLException {
    return SandboxDatabase.change(
            connection,
            """
            insert into sandbox.refund
              (id, operation, payment, amount, currency, status, answered, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (operation) do nothing
            """,
            view.reference().value(),
            view.key().text(),
            payment.value(),
            view.amount().minor(),
            view.amount().currency().getCurrencyCode(),
            view.status(),
            answered,
            now)
        == 1;
  }

  boolean isFor(GatewayReference asked, Money amount) {
    return payment.equals(asked) && view.amount().equals(amount);
  }

  /** The view that was given when it was asked for. */
  RefundView first() {
    return new RefundView(view.reference(), view.key(), answered, view.amount());
  }

  RefundRow in(Connection connection, Status next) throws SQLException {
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            "update sandbox.refund set status = ? where id = ?",
            next,
            view.reference().value()));
    return new RefundRow(
        new RefundView(view.reference(), view.key(), next, view.amount()), payment, answered);
  }
}
