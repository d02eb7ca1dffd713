package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mercat.application.payment.port.GatewayDisputes.DisputeView;
import org.mercat.domain.payment.Claim;
import org.mercat.domain.payment.Claim.Status;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.shared.Money;

/**
 * A dispute as the sandbox keeps it.
 *
 * @param key under which the payment was asked for
 * @param withdrawn what the bank has taken and not given back
 */
record DisputeRow(
    GatewayReference id,
    OperationKey key,
    GatewayReference payment,
    Status status,
    Money amount,
    Money withdrawn,
    Money fees,
    int submissions,
    Instant createdAt) {

  /** So long evidence may be given. */
  private static final Duration TO_RESPOND = Duration.ofDays(7);

  private static final String REASON = "fraudulent";

  static DisputeRow inquiry(PaymentRow payment, Money amount, Instant now) {
    var nothing = Money.zero(amount.currency());
    return new DisputeRow(
        new GatewayReference(SandboxIds.next("dp")),
        payment.view().key(),
        payment.view().reference(),
        Status.INQUIRY,
        amount,
        nothing,
        nothing,
        0,
        now);
  }

  static DisputeRow read(ResultSet row) throws SQLException {
    var currency = row.getString("currency");
    return new DisputeRow(
        new GatewayReference(row.getString("id")),
        OperationKey.parse(row.getString("operation")),
        new GatewayReference(row.getString("payment")),
        Status.valueOf(row.getString("status")),
        Money.of(row.getLong("amount"), currency),
        Money.of(row.getLong("withdrawn"), currency),
        Money.of(row.getLong("fees"), currency),
        row.getInt("submissions"),
        SandboxDatabase.instant(row, "created_at"));
  }

  DisputeView view() {
    return new DisputeView(
        key,
        new Claim(
            id,
            payment,
            status,
            REASON,
            amount,
            withdrawn,
            fees,
            Optional.of(createdAt.plus(TO_RESPOND)),
            submissions,
            createdAt));
  }

  void add(Connection connection) throws SQLException {
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            """
            insert into sandbox.dispute
              (id, operation, payment, status, amount, currency, withdrawn, fees, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            id.value(),
            key.text(),
            payment.value(),
            status,
            amount.minor(),
            amount.currency().getCurrencyCode(),
            withdrawn.minor(),
            fees.minor(),
            createdAt));
  }

  /** The bank has decided, or an inquiry has become a dispute. */
  DisputeRow in(Connection connection, Status next, Money taken, Money kept) throws SQLException {
    return stored(connection, next, taken, kept, submissions);
  }

  /** The bank has got evidence. */
  DisputeRow answered(Connection connection) throws SQLException {
    var next = status == Status.INQUIRY ? Status.INQUIRY_UNDER_REVIEW : Status.UNDER_REVIEW;
    return stored(connection, next, withdrawn, fees, submissions + 1);
  }

  private DisputeRow stored(
      Connection connection, Status next, Money taken, Money kept, int submitted)
      throws SQLException {
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            """
            update sandbox.dispute
               set status = ?, withdrawn = ?, fees = ?, submissions = ?
             where id = ?
            """,
            next,
            taken.minor(),
            kept.minor(),
            submitted,
            id.value()));
    return new DisputeRow(id, key, payment, next, amount, taken, kept, submitted, createdAt);
  }
}
