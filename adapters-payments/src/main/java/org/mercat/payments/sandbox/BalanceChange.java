package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Money;

/** A change of a balance, written down once; the balance is the sum of them. */
final class BalanceChange {

  enum Kind {
    CHARGE,
    REFUND,
    REFUND_FAILURE,
    TRANSFER,
    REVERSAL,
    PAYOUT,
    PAYOUT_FAILURE,
    DISPUTE
  }

  /** Whose balance it is when it is not a payee's. */
  static final String PLATFORM = "platform";

  private BalanceChange() {}

  /**
   * @param amount positive when the balance grows
   * @param source by what it has moved
   */
  static void add(
      Connection connection, String owner, Kind kind, Money amount, View source, Instant now)
      throws SQLException {
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            """
            insert into sandbox.movement
              (owner, kind, source, operation, amount, currency, created_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """,
            owner,
            kind,
            source.reference().value(),
            source.key().text(),
            amount.minor(),
            amount.currency().getCurrencyCode(),
            now));
  }

  /** What a dispute takes of the platform's balance, or gives back, and what it costs. */
  static void addDisputed(
      Connection connection, DisputeRow dispute, Money amount, Money fee, Instant now)
      throws SQLException {
    SandboxDatabase.requireOne(
        SandboxDatabase.change(
            connection,
            """
            insert into sandbox.movement
              (owner, kind, source, operation, amount, currency, fee, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            PLATFORM,
            Kind.DISPUTE,
            dispute.id().value(),
            dispute.key().text(),
            amount.minor(),
            amount.currency().getCurrencyCode(),
            fee.minor(),
            now));
  }

  /** What a payee has, in the currency of that amount. */
  static Money balance(Connection connection, GatewayReference payee, Money like)
      throws SQLException {
    var code = like.currency().getCurrencyCode();
    return SandboxDatabase.one(
            connection,
            """
            select coalesce(sum(amount), 0)::bigint as balance
              from sandbox.movement
             where owner = ? and currency = ?
            """,
            row -> Money.of(row.getLong("balance"), code),
            payee.value(),
            code)
        .orElseThrow();
  }
}
