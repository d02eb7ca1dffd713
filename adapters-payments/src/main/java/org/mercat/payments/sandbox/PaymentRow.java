package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.mercat.application.payment.port.PaymentGateway.PaymentView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/** A payment as the sandbox keeps it. */
record PaymentRow(PaymentView view, TestMethod method) {

  static PaymentRow asked(OperationKey key, Money amount, TestMethod method) {
    var id = new GatewayReference(SandboxIds.next("pay"));
    var nothing = Money.zero(amount.currency());
    return new PaymentRow(new PaymentView(id, key, method.payment(), amount, nothing), method);
  }

  static PaymentRow read(ResultSet row) throws SQLException {
    var currency = row.getString("currency");
    return new PaymentRow(
        new PaymentView(
            new GatewayReference(row.getString("id")),
            OperationKey.parse(row.getString("operation")),
            Status.valueOf(row.getString("status")),
            Money.of(row.getLong("amount"), currency),
            Money.of(row.getLong("refunded"), currency)),
        TestMethod.valueOf(row.getString("method")));
  }

  /** False when something was asked for under the key before; this is then forgotten. */
  boolean add(Connection connection, Instant now) throws SQLException {
    return SandboxDatabase.change(
            connection,
            """
            insert into sandbox.payment
              (id, operation, method, amount, currency, status, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (operation) do nothing
            """,
            view.reference().value(),
            view.key().text(),
            method,
            view.amount().minor(),
            view.amount().currency().getCurrencyCode(),
            view.status(),
            now)
        == 1;
  }

  boolean isFor(Money amount, TestMethod asked) {
    return view.amount().equals(amount) && method == asked;
  }

  /** What was answered when it was asked for. */
  PaymentView answered() {
    return new PaymentView(
        view.reference(),
        view.key(),
        method.payment(),
        view.amount(),
        Money.zero(view.amount().currency()));
  }

  PaymentRow in(Connection connection, Status next) throws SQLException {
    return stored(connection, next, view.refunded());
  }

  PaymentRow refunded(Connection connection, Money more) throws SQLException {
    return stored(connection, view.status(), view.refunded().plus(more));
  }

  private PaymentRow stored(Connection connection, Status status, Money refunded)
      throws SQLException {
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            "update sandbox.payment set status = ?, refunded = ? where id = ?",
            status,
            refunded.minor(),
            view.reference().value()));
    return new PaymentRow(
        new PaymentView(view.reference(), view.key(), status, view.amount(), refunded), method);
  }
}
