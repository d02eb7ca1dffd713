package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.domain.payment.Claim;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Money;
import org.mercat.payments.sandbox.Counterparties.Act;

/** Plays the bank of a payer that contests a payment. Every dispute costs the platform 15.00. */
final class PayersBank {

  private static final long FEE = 1_500;

  private final EventLog events;
  private final InstantSource clock;

  PayersBank(EventLog events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  /**
   * Contests that much of a payment, or only asks about it.
   *
   * @param minor how much; 0 for all that the payer has not got back
   */
  Act contest(Connection connection, GatewayReference payment, long minor, boolean inquiry)
      throws SQLException {
    var row = Book.PAYMENTS.lock(connection, payment);
    if (row.isEmpty()) {
      return Act.UNKNOWN;
    }
    var view = row.get().view();
    var rest = view.amount().minus(view.refunded());
    var amount = minor == 0 ? rest : new Money(minor, rest.currency());
    if (view.status() != Status.SUCCEEDED || !amount.isPositive() || amount.compareTo(rest) > 0) {
      return Act.NOT_NOW;
    }
    open(connection, row.get(), amount, inquiry);
    return Act.DONE;
  }

  /** Contests all of a payment that nobody has contested yet. */
  void contestOnce(Connection connection, PaymentRow payment) throws SQLException {
    var view = payment.view();
    var rest = view.amount().minus(view.refunded());
    var earlier =
        SandboxDatabase.one(
            connection,
            "select * from sandbox.dispute where payment = ? limit 1",
            DisputeRow::read,
            view.reference().value());
    if (earlier.isEmpty() && rest.isPositive()) {
      open(connection, payment, rest, false);
    }
  }

  /** Decides, or decides again: what was taken comes back, or is taken again. */
  Act end(Connection connection, GatewayReference dispute, boolean won) throws SQLException {
    var row = Book.DISPUTES.lock(connection, dispute);
    if (row.isEmpty()) {
      return Act.UNKNOWN;
    }
    var before = row.get();
    var status = won ? Claim.Status.WON : Claim.Status.LOST;
    if (before.status() == status || before.fees().isZero()) {
      return Act.NOT_NOW;
    }
    var keeps = won ? Money.zero(before.amount().currency()) : before.amount();
    var back = before.withdrawn().minus(keeps);
    if (!back.isZero()) {
      var free = Money.zero(back.currency());
      BalanceChange.addDisputed(connection, before, back, free, clock.instant());
    }
    events.append(
        connection, "dispute.closed", before.in(connection, status, keeps, before.fees()));
    return Act.DONE;
  }

  /** Warns of a payment. */
  Act warn(Connection connection, GatewayReference payment) throws SQLException {
    var row = Book.PAYMENTS.find(connection, payment);
    if (row.isEmpty()) {
      return Act.UNKNOWN;
    }
    var warning = new GatewayReference(SandboxIds.next("issfr"));
    var key = row.get().view().key();
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            "insert into sandbox.fraud_warning (id, operation, created_at) values (?, ?, ?)",
            warning.value(),
            key.text(),
            clock.instant()));
    events.appendWarning(connection, warning, key);
    return Act.DONE;
  }

  private void open(Connection connection, PaymentRow payment, Money amount, boolean inquiry)
      throws SQLException {
    var now = clock.instant();
    var asked = DisputeRow.inquiry(payment, amount, now);
    asked.add(connection);
    var opened = asked;
    if (!inquiry) {
      var fee = new Money(FEE, amount.currency());
      opened = asked.in(connection, Claim.Status.NEEDS_RESPONSE, amount, fee);
      BalanceChange.addDisputed(connection, opened, amount.negated(), fee, now);
    }
    events.append(connection, "dispute.created", opened);
  }
}
