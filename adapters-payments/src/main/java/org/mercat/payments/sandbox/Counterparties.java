package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.PaymentGateway.View;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.shared.Money;
import org.mercat.payments.sandbox.BalanceChange.Kind;

/** Plays those who act at a gateway besides the market: the payer, the bank and the payee. */
final class Counterparties {

  /** What came of an act. */
  enum Act {
    DONE,
    /** It is past that, or not that far. */
    NOT_NOW,
    UNKNOWN
  }

  private final SandboxDatabase database;
  private final EventLog events;
  private final Bell bell;
  private final InstantSource clock;

  Counterparties(SandboxDatabase database, EventLog events, Bell bell, InstantSource clock) {
    this.clock = clock;
    this.database = database;
    this.events = events;
    this.bell = bell;
  }

  /** Whether a payment or a setup waits for its payer. */
  boolean mayAct(GatewayReference object) {
    return database.run(
        connection -> {
          var payment = Book.PAYMENTS.find(connection, object).map(row -> row.view().status());
          var setup = Book.SETUPS.find(connection, object).map(row -> row.view().status());
          return Stream.of(payment, setup)
              .flatMap(Optional::stream)
              .anyMatch(Status.REQUIRES_ACTION::equals);
        });
  }

  /** The owner of a method agrees that it is kept, or does not. */
  Act completeSetup(GatewayReference setup, boolean succeeds) {
    return told(
        connection -> {
          var row = Book.SETUPS.lock(connection, setup);
          if (row.isEmpty()) {
            return Act.UNKNOWN;
          }
          if (row.get().view().status() != Status.REQUIRES_ACTION) {
            return Act.NOT_NOW;
          }
          events.append(connection, row.get().in(connection, ended(succeeds)));
          return Act.DONE;
        });
  }

  /** The payer does what is needed, or gives up. */
  Act completeAction(GatewayReference payment, boolean succeeds) {
    return told(
        connection -> {
          var row = Book.PAYMENTS.lock(connection, payment);
          if (row.isEmpty()) {
            return Act.UNKNOWN;
          }
          if (row.get().view().status() != Status.REQUIRES_ACTION) {
            return Act.NOT_NOW;
          }
          if (succeeds) {
            move(connection, Kind.CHARGE, row.get().view(), row.get().view().amount());
          }
          events.append(connection, row.get().in(connection, ended(succeeds)));
          return Act.DONE;
        });
  }

  /** A payout comes back from the bank; that one reaches it needs nobody to do anything. */
  Act completePayout(GatewayReference payout, boolean succeeds) {
    return told(
        connection -> {
          var row = Book.PAYOUTS.lock(connection, payout);
          if (row.isEmpty()) {
            return Act.UNKNOWN;
          }
          if (succeeds || row.get().view().status() != Status.SUCCEEDED) {
            return Act.NOT_NOW;
          }
          events.append(connection, row.get().failed(connection, clock.instant()));
          return Act.DONE;
        });
  }

  /** A pending refund reaches the payer, or does not; one that has reached it may come back. */
  Act completeRefund(GatewayReference refund, boolean succeeds) {
    return told(
        connection -> {
          var row = Book.REFUNDS.lock(connection, refund);
          if (row.isEmpty()) {
            return Act.UNKNOWN;
          }
          var status = row.get().view().status();
          if (status != Status.PENDING && (succeeds || status != Status.SUCCEEDED)) {
            return Act.NOT_NOW;
          }
          if (!succeeds) {
            takeBack(connection, row.get());
          }
          events.append(connection, row.get().in(connection, ended(succeeds)));
          return Act.DONE;
        });
  }

  /**
   * Somebody gives a payer money back on the pages of the gateway, which nobody has asked for.
   *
   * @param minor how much; empty for all that is left
   */
  Act refundByHand(GatewayReference payment, OptionalLong minor) {
    return told(
        connection -> {
          var row = Book.PAYMENTS.lock(connection, payment);
          if (row.isEmpty()) {
            return Act.UNKNOWN;
          }
          var view = row.get().view();
          var rest = view.amount().minus(view.refunded());
          var amount = new Money(minor.orElse(rest.minor()), rest.currency());
          if (view.status() != Status.SUCCEEDED
              || !amount.isPositive()
              || amount.compareTo(rest) > 0) {
            return Act.NOT_NOW;
          }
          move(connection, Kind.REFUND, view, amount.negated());
          events.appendRefunded(connection, row.get().refunded(connection, amount));
          return Act.DONE;
        });
  }

  /** The payee finishes the opening of its account. */
  Act finishOnboarding(GatewayReference account) {
    return told(
        connection -> {
          var row = Book.ACCOUNTS.lock(connection, account);
          if (row.isEmpty()) {
            return Act.UNKNOWN;
          }
          if (row.get().view().payoutsEnabled()) {
            return Act.NOT_NOW;
          }
          events.append(connection, row.get().finished(connection));
          return Act.DONE;
        });
  }

  /** Whose onboarding the secret of a link belongs to. */
  Optional<GatewayReference> accountOf(String secret) {
    return database.run(connection -> OnboardingLinks.account(connection, secret));
  }

  private Act told(SandboxDatabase.Work<Act> work) {
    var act = database.run(work);
    bell.ring();
    return act;
  }

  private void takeBack(Connection connection, RefundRow refund) throws SQLException {
    move(connection, Kind.REFUND_FAILURE, refund.view(), refund.view().amount());
    var payment = Book.PAYMENTS.lock(connection, refund.payment()).orElseThrow();
    var _ = payment.refunded(connection, refund.view().amount().negated());
  }

  private void move(Connection connection, Kind kind, View source, Money amount)
      throws SQLException {
    BalanceChange.add(connection, BalanceChange.PLATFORM, kind, amount, source, clock.instant());
  }

  private static Status ended(boolean succeeds) {
    return succeeds ? Status.SUCCEEDED : Status.FAILED;
  }
}
