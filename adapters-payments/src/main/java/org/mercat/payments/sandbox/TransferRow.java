package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.PaymentGateway.TransferView;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/** A transfer as the sandbox keeps it. */
record TransferRow(TransferView view, GatewayReference payee, GatewayReference payment) {

  static TransferRow asked(
      OperationKey key, GatewayReference payee, GatewayReference payment, Money amount) {
    var id = new GatewayReference(SandboxIds.next("tr"));
    var nothing = Money.zero(amount.currency());
    var view = new TransferView(id, key, Status.SUCCEEDED, amount, nothing);
    return new TransferRow(view, payee, payment);
  }

  static TransferRow read(ResultSet row) throws SQLException {
    var currency = row.getString("currency");
    return new TransferRow(
        new TransferView(
            new GatewayReference(row.getString("id")),
            OperationKey.parse(row.getString("operation")),
            Status.SUCCEEDED,
            Money.of(row.getLong("amount"), currency),
            Money.of(row.getLong("reversed"), currency)),
        new GatewayReference(row.getString("payee")),
        new GatewayReference(row.getString("payment")));
  }

  /** False when something was asked for under the key before; this is then forgotten. */
  boolean add(Connection connection, Instant now) throws SQLException {
    return SandboxDatabase.change(
            connection,
            """
            insert into sandbox.transfer
              (id, operation, payee, payment, amount, currency, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (operation) do nothing
            """,
            view.reference().value(),
            view.key().text(),
            payee.value(),
            payment.value(),
            view.amount().minor(),
            view.amount().currency().getCurrencyCode(),
            now)
        == 1;
  }

  boolean isFor(GatewayReference askedPayee, GatewayReference askedPayment, Money amount) {
    return payee.equals(askedPayee) && payment.equals(askedPayment) && view.amount().equals(amount);
  }

  /** The view that was given when it was asked for. */
  TransferView first() {
    return with(Money.zero(view.amount().currency())).view();
  }

  Money rest() {
    return view.amount().minus(view.reversed());
  }

  TransferRow reversed(Connection connection, Money more) throws SQLException {
    var next = with(view.reversed().plus(more));
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            "update sandbox.transfer set reversed = ? where id = ?",
            next.view().reversed().minor(),
            view.reference().value()));
    return next;
  }

  /** How much of a payment has been passed on and not been taken back. */
  static Money passedOn(Connection connection, PaymentRow payment) throws SQLException {
    var code = payment.view().amount().currency().getCurrencyCode();
    return SandboxDatabase.one(
            connection,
            """
            select coalesce(sum(amount - reversed), 0)::bigint as passed_on
              from sandbox.transfer
             where payment = ?
            """,
            row -> Money.of(row.getLong("passed_on"), code),
            payment.view().reference().value())
        .orElseThrow();
  }

  private TransferRow with(Money reversed) {
    var next =
        new TransferView(view.reference(), view.key(), view.status(), view.amount(), reversed);
    return new TransferRow(next, payee, payment);
  }
}
