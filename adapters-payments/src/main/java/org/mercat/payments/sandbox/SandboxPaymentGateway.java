package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.mercat.application.payment.port.PaymentGateway;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.OperationKey.Step;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;

/**
 * A gateway that moves no money. It keeps every key for good: the same request again gets the same
 * answer, another request under the key is refused, and a request that cannot be done leaves its
 * key free.
 */
final class SandboxPaymentGateway implements PaymentGateway {

  private final SandboxCalls calls;
  private final SandboxTransfers transfers;
  private final EventLog events;
  private final Bell bell;
  private final HeldAnswers heldAnswers;
  private final OnboardingLinks links;
  private final InstantSource clock;

  SandboxPaymentGateway(
      SandboxDatabase database,
      EventLog events,
      Bell bell,
      HeldAnswers heldAnswers,
      OnboardingLinks links,
      InstantSource clock) {
    this.calls = new SandboxCalls(database);
    this.transfers = new SandboxTransfers(calls, events, bell, clock);
    this.events = events;
    this.bell = bell;
    this.heldAnswers = heldAnswers;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sandbox (no money moves)";
  }

  @Override
  public Outcome<PaymentView> capture(OperationKey key, Money amount, PaymentMethod method) {
    return SandboxCalls.wrong(key, Step.CAPTURE, amount)
        .<Outcome<PaymentView>>map(SandboxCalls::rejected)
        .orElseGet(
            () ->
                calls.answer(
                    connection -> KeptMethods.of(connection, method, key),
                    known ->
                        known
                            .map(it -> charge(key, amount, it))
                            .orElseGet(() -> SandboxCalls.rejected(FailureCode.INVALID_METHOD))));
  }

  private Outcome<PaymentView> charge(OperationKey key, Money amount, TestMethod method) {
    return calls.answer(
        connection -> {
          var asked = PaymentRow.asked(key, amount, method);
          var now = clock.instant();
          if (asked.add(connection, now)) {
            Customer.note(connection, key);
            if (asked.view().status() == Status.SUCCEEDED) {
              BalanceChange.add(
                  connection,
                  BalanceChange.PLATFORM,
                  BalanceChange.Kind.CHARGE,
                  amount,
                  asked.view(),
                  now);
            }
            events.append(connection, asked);
            return new Kept<>(asked, false);
          }
          return new Kept<>(Book.PAYMENTS.find(connection, key).orElseThrow(), true);
        },
        kept -> {
          if (!kept.row().isFor(amount, method)) {
            return SandboxCalls.reused();
          }
          bell.ring();
          return kept.replayed() ? charged(kept) : delivered(kept);
        });
  }

  /** The first answer, which may not reach the caller at once, or ever. */
  private Outcome<PaymentView> delivered(Kept<PaymentRow> kept) {
    var arrives =
        switch (kept.row().method().answer()) {
          case AT_ONCE -> true;
          case LOST -> false;
          case HELD -> heldAnswers.await(kept.row().view().key());
        };
    return arrives ? charged(kept) : new Outcome.Unknown<>("no answer came in time");
  }

  private static Outcome<PaymentView> charged(Kept<PaymentRow> kept) {
    return kept.row()
        .method()
        .decline()
        .<Outcome<PaymentView>>map(Outcome.Declined::new)
        .orElseGet(() -> new Outcome.Done<>(kept.row().answered(), kept.replayed()));
  }

  @Override
  public Outcome<RefundView> refund(OperationKey key, GatewayReference payment, Money amount) {
    return SandboxCalls.wrong(key, Step.REFUND, amount)
        .<Outcome<RefundView>>map(SandboxCalls::rejected)
        .orElseGet(
            () ->
                calls.answer(
                    connection -> giveBack(connection, key, payment, amount),
                    outcome -> {
                      bell.ring();
                      return outcome;
                    }));
  }

  private Outcome<RefundView> giveBack(
      Connection connection, OperationKey key, GatewayReference reference, Money amount)
      throws SQLException {
    var payment = Book.PAYMENTS.lock(connection, reference);
    var earlier = Book.REFUNDS.find(connection, key);
    if (earlier.isPresent()) {
      return earlier.get().isFor(reference, amount)
          ? new Outcome.Done<>(earlier.get().first(), true)
          : SandboxCalls.reused();
    }
    if (payment.isEmpty()) {
      return SandboxCalls.rejected(FailureCode.NOT_FOUND);
    }
    var wrong = unrefundable(payment.get().view(), amount);
    if (wrong.isPresent()) {
      return SandboxCalls.rejected(wrong.get());
    }
    var refund = RefundRow.asked(key, payment.get(), amount);
    var now = clock.instant();
    if (!refund.add(connection, now)) {
      return SandboxCalls.reused();
    }
    if (refund.view().status() != Status.FAILED) {
      BalanceChange.add(
          connection,
          BalanceChange.PLATFORM,
          BalanceChange.Kind.REFUND,
          amount.negated(),
          refund.view(),
          now);
      var _ = payment.get().refunded(connection, amount);
    }
    events.append(connection, refund);
    return new Outcome.Done<>(refund.view(), false);
  }

  @Override
  public Outcome<PayeeView> openPayee(OperationKey key, PayeeProfile profile) {
    if (key.step() != Step.OPEN_PAYEE) {
      return SandboxCalls.rejected(FailureCode.REJECTED);
    }
    return calls.answer(
        connection -> {
          var asked = AccountRow.asked(key, profile);
          Customer.note(connection, key);
          return asked.add(connection, clock.instant())
              ? new Kept<>(asked, false)
              : new Kept<>(Book.ACCOUNTS.find(connection, key).orElseThrow(), true);
        },
        kept ->
            kept.row().profile().equals(profile)
                ? new Outcome.Done<>(kept.row().answered(), kept.replayed())
                : SandboxCalls.reused());
  }

  @Override
  public Outcome<OnboardingLink> onboardingLink(GatewayReference payee) {
    return calls.answer(
        connection ->
            Book.ACCOUNTS.find(connection, payee).isPresent()
                ? new Outcome.Done<>(links.make(connection, payee, clock.instant()), false)
                : SandboxCalls.rejected(FailureCode.NOT_FOUND),
        Function.identity());
  }

  @Override
  public Outcome<PaymentView> payment(GatewayReference payment) {
    return calls.read(connection -> Book.PAYMENTS.find(connection, payment).map(PaymentRow::view));
  }

  @Override
  public Outcome<RefundView> refund(GatewayReference refund) {
    return calls.read(connection -> Book.REFUNDS.find(connection, refund).map(RefundRow::view));
  }

  @Override
  public Outcome<PayeeView> payee(GatewayReference payee) {
    return calls.read(connection -> Book.ACCOUNTS.find(connection, payee).map(AccountRow::view));
  }

  @Override
  public Outcome<Optional<PaymentView>> findPayment(OperationKey key) {
    return calls.find(connection -> Book.PAYMENTS.find(connection, key).map(PaymentRow::view));
  }

  @Override
  public Outcome<Optional<RefundView>> findRefund(OperationKey key) {
    return calls.find(connection -> Book.REFUNDS.find(connection, key).map(RefundRow::view));
  }

  @Override
  public Outcome<Optional<PayeeView>> findPayee(OperationKey key) {
    return calls.find(connection -> Book.ACCOUNTS.find(connection, key).map(AccountRow::view));
  }

  @Override
  public Outcome<TransferView> transfer(
      OperationKey key, GatewayReference payee, Money amount, GatewayReference payment) {
    return transfers.transfer(key, payee, amount, payment);
  }

  @Override
  public Outcome<ReversalView> reverse(OperationKey key, GatewayReference transfer, Money amount) {
    return transfers.reverse(key, transfer, amount);
  }

  @Override
  public Outcome<PayoutView> payOut(OperationKey key, GatewayReference payee, Money amount) {
    return transfers.payOut(key, payee, amount);
  }

  @Override
  public Outcome<TransferView> transfer(GatewayReference transfer) {
    return transfers.transfer(transfer);
  }

  @Override
  public Outcome<ReversalView> reversal(GatewayReference reversal) {
    return transfers.reversal(reversal);
  }

  @Override
  public Outcome<PayoutView> payout(GatewayReference payout) {
    return transfers.payout(payout);
  }

  @Override
  public Outcome<Optional<TransferView>> findTransfer(OperationKey key) {
    return transfers.findTransfer(key);
  }

  @Override
  public Outcome<Optional<ReversalView>> findReversal(OperationKey key, GatewayReference transfer) {
    return transfers.findReversal(key);
  }

  @Override
  public Outcome<Optional<PayoutView>> findPayout(OperationKey key, GatewayReference payee) {
    return transfers.findPayout(key);
  }

  /** What is kept under a key, and whether it was there before. */
  private record Kept<R>(R row, boolean replayed) {}

  private static Optional<FailureCode> unrefundable(PaymentView payment, Money amount) {
    if (payment.status() != Status.SUCCEEDED
        || !payment.amount().currency().equals(amount.currency())) {
      return Optional.of(FailureCode.REJECTED);
    }
    var rest = payment.amount().minus(payment.refunded());
    if (rest.isZero()) {
      return Optional.of(FailureCode.ALREADY_REFUNDED);
    }
    return amount.compareTo(rest) > 0
        ? Optional.of(FailureCode.AMOUNT_TOO_LARGE)
        : Optional.empty();
  }
}
