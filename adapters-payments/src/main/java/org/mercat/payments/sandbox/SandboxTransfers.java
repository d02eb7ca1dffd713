package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.PaymentGateway.Outcome;
import org.mercat.application.payment.port.PaymentGateway.PayoutView;
import org.mercat.application.payment.port.PaymentGateway.ReversalView;
import org.mercat.application.payment.port.PaymentGateway.Status;
import org.mercat.application.payment.port.PaymentGateway.TransferView;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.shared.Money;
import org.mercat.payments.sandbox.BalanceChange.Kind;

/**
 * Money on its way from the platform to payees, back, and to their banks. Rows are locked in the
 * order payment, transfer, account.
 */
final class SandboxTransfers {

  private final SandboxCalls calls;
  private final EventLog events;
  private final Bell bell;
  private final InstantSource clock;

  SandboxTransfers(SandboxCalls calls, EventLog events, Bell bell, InstantSource clock) {
    this.calls = calls;
    this.events = events;
    this.bell = bell;
    this.clock = clock;
  }

  Outcome<TransferView> transfer(
      OperationKey key, GatewayReference payee, Money amount, GatewayReference payment) {
    return told(
        SandboxCalls.wrong(key, Step.TRANSFER, amount),
        connection -> pass(connection, key, payee, amount, payment));
  }

  private Outcome<TransferView> pass(
      Connection connection,
      OperationKey key,
      GatewayReference payee,
      Money amount,
      GatewayReference payment)
      throws SQLException {
    var source = Book.PAYMENTS.lock(connection, payment);
    var account = Book.ACCOUNTS.lock(connection, payee);
    var earlier = Book.TRANSFERS.find(connection, key);
    if (earlier.isPresent()) {
      return earlier.get().isFor(payee, payment, amount)
          ? new Outcome.Done<>(earlier.get().first(), true)
          : SandboxCalls.reused();
    }
    if (source.isEmpty() || account.isEmpty()) {
      return SandboxCalls.rejected(FailureCode.NOT_FOUND);
    }
    var wrong = untransferable(connection, source.get(), account.get(), amount);
    if (wrong.isPresent()) {
      return SandboxCalls.rejected(wrong.get());
    }
    var transfer = TransferRow.asked(key, payee, payment, amount);
    var now = clock.instant();
    if (!transfer.add(connection, now)) {
      return SandboxCalls.reused();
    }
    Customer.note(connection, key);
    var view = transfer.view();
    BalanceChange.add(
        connection, BalanceChange.PLATFORM, Kind.TRANSFER, amount.negated(), view, now);
    BalanceChange.add(connection, payee.value(), Kind.TRANSFER, amount, view, now);
    events.append(connection, transfer);
    if (source.get().method() == TestMethod.SBX_DISPUTE_LATER) {
      new PayersBank(events, clock).contestOnce(connection, source.get());
    }
    return new Outcome.Done<>(view, false);
  }

  Outcome<ReversalView> reverse(OperationKey key, GatewayReference transfer, Money amount) {
    return told(
        SandboxCalls.wrong(key, Step.REVERSE, amount),
        connection -> takeBack(connection, key, transfer, amount));
  }

  private Outcome<ReversalView> takeBack(
      Connection connection, OperationKey key, GatewayReference reference, Money amount)
      throws SQLException {
    var transfer = Book.TRANSFERS.lock(connection, reference);
    var earlier = Book.REVERSALS.find(connection, key);
    if (earlier.isPresent()) {
      return earlier.get().isFor(reference, amount)
          ? new Outcome.Done<>(earlier.get().view(), true)
          : SandboxCalls.reused();
    }
    if (transfer.isEmpty()) {
      return SandboxCalls.rejected(FailureCode.NOT_FOUND);
    }
    var wrong = irreversible(connection, transfer.get(), amount);
    if (wrong.isPresent()) {
      return SandboxCalls.rejected(wrong.get());
    }
    var reversal = ReversalRow.asked(key, reference, amount);
    var now = clock.instant();
    if (!reversal.add(connection, now)) {
      return SandboxCalls.reused();
    }
    var view = reversal.view();
    var payee = transfer.get().payee().value();
    BalanceChange.add(connection, payee, Kind.REVERSAL, amount.negated(), view, now);
    BalanceChange.add(connection, BalanceChange.PLATFORM, Kind.REVERSAL, amount, view, now);
    events.append(connection, transfer.get().reversed(connection, amount));
    return new Outcome.Done<>(view, false);
  }

  Outcome<PayoutView> payOut(OperationKey key, GatewayReference payee, Money amount) {
    return told(
        SandboxCalls.wrong(key, Step.PAY_OUT, amount),
        connection -> send(connection, key, payee, amount));
  }

  private Outcome<PayoutView> send(
      Connection connection, OperationKey key, GatewayReference payee, Money amount)
      throws SQLException {
    var account = Book.ACCOUNTS.lock(connection, payee);
    var earlier = Book.PAYOUTS.find(connection, key);
    if (earlier.isPresent()) {
      return earlier.get().isFor(payee, amount)
          ? new Outcome.Done<>(earlier.get().first(), true)
          : SandboxCalls.reused();
    }
    if (account.isEmpty()) {
      return SandboxCalls.rejected(FailureCode.NOT_FOUND);
    }
    if (!account.get().view().payoutsEnabled()) {
      return SandboxCalls.rejected(FailureCode.PAYEE_NOT_READY);
    }
    if (amount.compareTo(BalanceChange.balance(connection, payee, amount)) > 0) {
      return SandboxCalls.rejected(FailureCode.BALANCE_INSUFFICIENT);
    }
    var payout = PayoutRow.asked(key, payee, amount);
    var now = clock.instant();
    if (!payout.add(connection, now)) {
      return SandboxCalls.reused();
    }
    Customer.note(connection, key);
    BalanceChange.add(connection, payee.value(), Kind.PAYOUT, amount.negated(), payout.view(), now);
    events.append(connection, payout);
    if (payout.comesBack(connection)) {
      events.append(connection, payout.failed(connection, now));
    }
    return new Outcome.Done<>(payout.view(), false);
  }

  Outcome<TransferView> transfer(GatewayReference transfer) {
    return calls.read(
        connection -> Book.TRANSFERS.find(connection, transfer).map(TransferRow::view));
  }

  Outcome<ReversalView> reversal(GatewayReference reversal) {
    return calls.read(
        connection -> Book.REVERSALS.find(connection, reversal).map(ReversalRow::view));
  }

  Outcome<PayoutView> payout(GatewayReference payout) {
    return calls.read(connection -> Book.PAYOUTS.find(connection, payout).map(PayoutRow::view));
  }

  Outcome<Optional<TransferView>> findTransfer(OperationKey key) {
    return calls.find(connection -> Book.TRANSFERS.find(connection, key).map(TransferRow::view));
  }

  Outcome<Optional<ReversalView>> findReversal(OperationKey key) {
    return calls.find(connection -> Book.REVERSALS.find(connection, key).map(ReversalRow::view));
  }

  Outcome<Optional<PayoutView>> findPayout(OperationKey key) {
    return calls.find(connection -> Book.PAYOUTS.find(connection, key).map(PayoutRow::view));
  }

  private <T> Outcome<T> told(Optional<FailureCode> wrong, SandboxDatabase.Work<Outcome<T>> work) {
    return wrong
        .<Outcome<T>>map(SandboxCalls::rejected)
        .orElseGet(
            () ->
                calls.answer(
                    work,
                    outcome -> {
                      bell.ring();
                      return outcome;
                    }));
  }

  private static Optional<FailureCode> untransferable(
      Connection connection, PaymentRow source, AccountRow payee, Money amount)
      throws SQLException {
    var payment = source.view();
    if (payment.status() != Status.SUCCEEDED
        || !payment.amount().currency().equals(amount.currency())) {
      return Optional.of(FailureCode.REJECTED);
    }
    if (amount.compareTo(payment.amount()) > 0) {
      return Optional.of(FailureCode.AMOUNT_TOO_LARGE);
    }
    if (!payee.view().payoutsEnabled()) {
      return Optional.of(FailureCode.PAYEE_NOT_READY);
    }
    var left =
        payment.amount().minus(payment.refunded()).minus(TransferRow.passedOn(connection, source));
    return unless(amount.compareTo(left) <= 0);
  }

  private static Optional<FailureCode> irreversible(
      Connection connection, TransferRow transfer, Money amount) throws SQLException {
    if (!transfer.view().amount().currency().equals(amount.currency())) {
      return Optional.of(FailureCode.REJECTED);
    }
    if (amount.compareTo(transfer.rest()) > 0) {
      return Optional.of(FailureCode.AMOUNT_TOO_LARGE);
    }
    var payee = Book.ACCOUNTS.lock(connection, transfer.payee()).orElseThrow();
    var balance = BalanceChange.balance(connection, payee.view().reference(), amount);
    return unless(amount.compareTo(balance) <= 0);
  }

  private static Optional<FailureCode> unless(boolean isThere) {
    return isThere ? Optional.empty() : Optional.of(FailureCode.BALANCE_INSUFFICIENT);
  }
}
