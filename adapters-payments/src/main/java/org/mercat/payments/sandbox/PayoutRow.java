package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.PayoutView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/** A payout as the sandbox keeps it: the bank has it at once, and may send it back later. */
record PayoutRow(PayoutView view, GatewayReference payee) {

  static PayoutRow asked(OperationKey key, GatewayReference payee, Money amount) {
    var id = new GatewayReference(SandboxIds.next("po"));
    return new PayoutRow(view(id, key, Status.SUCCEEDED, amount), payee);
  }

  static PayoutRow read(ResultSet row) throws SQLException {
    return new PayoutRow(
        view(
            new GatewayReference(row.getString("id")),
            OperationKey.parse(row.getString("operation")),
            Status.valueOf(row.getString("status")),
            Money.of(row.getLong("amount"), row.getString("currency"))),
        new GatewayReference(row.getString("payee")));
  }

  /** False when something was asked for under the key before; this is then forgotten. */
  boolean add(Connection connection, Instant now) throws SQLException {
    return SandboxDatabase.change(
            connection,
            """
            insert into sandbox.payout
              (id, operation, payee, amount, currency, status, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (operation) do nothing
            """,
            view.reference().value(),
            view.key().text(),
            payee.value(),
            view.amount().minor(),
            view.amount().currency().getCurrencyCode(),
            view.status(),
            now)
        == 1;
  }

  boolean isFor(GatewayReference asked, Money amount) {
    return payee.equals(asked) && view.amount().equals(amount);
  }

  /** The view that was given when it was asked for. */
  PayoutView first() {
    return view(view.reference(), view.key(), Status.SUCCEEDED, view.amount());
  }

  /** The bank sends the money back to the payee's balance. */
  PayoutRow failed(Connection connection, Instant now) throws SQLException {
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            "update sandbox.payout set status = 'FAILED' where id = ? and status = 'SUCCEEDED'",
            view.reference().value()));
    BalanceChange.add(
        connection, payee.value(), BalanceChange.Kind.PAYOUT_FAILURE, view.amount(), view, now);
    return new PayoutRow(view(view.reference(), view.key(), Status.FAILED, view.amount()), payee);
  }

  /** Whether this is the first payout of money from a payment that wants to see it fail. */
  boolean comesBack(Connection connection) throws SQLException {
    return SandboxDatabase.one(
            connection,
            """
            select from sandbox.payment p
              join sandbox.transfer t on t.payment = p.id
             where t.payee = ? and p.method = ?
               and not exists (select from sandbox.payout o where o.payee = ? and o.id <> ?)
             limit 1
            """,
            _ -> Boolean.TRUE,
            payee.value(),
            TestMethod.SBX_PAYOUT_FAILS_AFTER_PAID,
            payee.value(),
            view.reference().value())
        .isPresent();
  }

  private static PayoutView view(
      GatewayReference id, OperationKey key, Status status, Money amount) {
    var failure =
        status == Status.FAILED
            ? Optional.of(FailureCode.PAYEE_NOT_READY)
            : Optional.<FailureCode>empty();
    return new PayoutView(id, key, status, amount, failure);
  }
}
