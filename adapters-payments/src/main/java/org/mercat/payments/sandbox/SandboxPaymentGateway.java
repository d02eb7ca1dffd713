package org.mercat.payments.sandbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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

  private static final long MOST_MINOR = 99_999_999;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final SandboxDatabase database;
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
    this.database = database;
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
    return wrong(key, Step.CAPTURE, amount)
        .or(
            () ->
                TestMethod.of(method.token()).isEmpty()
                    ? Optional.of(FailureCode.INVALID_METHOD)
                    : Optional.empty())
        .<Outcome<PaymentView>>map(SandboxPaymentGateway::rejected)
        .orElseGet(() -> charge(key, amount, TestMethod.of(method.token()).orElseThrow()));
  }

  private Outcome<PaymentView> charge(OperationKey key, Money amount, TestMethod method) {
    return answer(
        connection -> {
          var asked = PaymentRow.asked(key, amount, method);
          if (asked.add(connection, clock.instant())) {
            Customer.note(connection, key);
            events.append(connection, asked);
            return new Kept<>(asked, false);
          }
          return new Kept<>(Book.PAYMENTS.find(connection, key).orElseThrow(), true);
        },
        kept -> {
          if (!kept.row().isFor(amount, method)) {
            return reused();
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
    return wrong(key, Step.REFUND, amount)
        .<Outcome<RefundView>>map(SandboxPaymentGateway::rejected)
        .orElseGet(
            () ->
                answer(
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
          : reused();
    }
    if (payment.isEmpty()) {
      return rejected(FailureCode.NOT_FOUND);
    }
    var wrong = unrefundable(payment.get().view(), amount);
    if (wrong.isPresent()) {
      return rejected(wrong.get());
    }
    var refund = RefundRow.asked(key, payment.get(), amount);
    if (!refund.add(connection, clock.instant())) {
      return reused();
    }
    if (refund.view().status() != Status.FAILED) {
      var _ = payment.get().refunded(connection, amount);
    }
    events.append(connection, refund);
    return new Outcome.Done<>(refund.view(), false);
  }

  @Override
  public Outcome<PayeeView> openPayee(OperationKey key, PayeeProfile profile) {
    if (key.step() != Step.OPEN_PAYEE) {
      return rejected(FailureCode.REJECTED);
    }
    return answer(
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
                : reused());
  }

  @Override
  public Outcome<OnboardingLink> onboardingLink(GatewayReference payee) {
    return answer(
        connection ->
            Book.ACCOUNTS.find(connection, payee).isPresent()
                ? new Outcome.Done<>(links.make(connection, payee, clock.instant()), false)
                : rejected(FailureCode.NOT_FOUND),
        Function.identity());
  }

  @Override
  public Outcome<PaymentView> payment(GatewayReference payment) {
    return read(connection -> Book.PAYMENTS.find(connection, payment).map(PaymentRow::view));
  }

  @Override
  public Outcome<RefundView> refund(GatewayReference refund) {
    return read(connection -> Book.REFUNDS.find(connection, refund).map(RefundRow::view));
  }

  @Override
  public Outcome<PayeeView> payee(GatewayReference payee) {
    return read(connection -> Book.ACCOUNTS.find(connection, payee).map(AccountRow::view));
  }

  @Override
  public Outcome<Optional<PaymentView>> findPayment(OperationKey key) {
    return find(connection -> Book.PAYMENTS.find(connection, key).map(PaymentRow::view));
  }

  @Override
  public Outcome<Optional<RefundView>> findRefund(OperationKey key) {
    return find(connection -> Book.REFUNDS.find(connection, key).map(RefundRow::view));
  }

  @Override
  public Outcome<Optional<PayeeView>> findPayee(OperationKey key) {
    return find(connection -> Book.ACCOUNTS.find(connection, key).map(AccountRow::view));
  }

  /** What is kept under a key, and whether it was there before. */
  private record Kept<R>(R row, boolean replayed) {}

  private <T> Outcome<T> read(SandboxDatabase.Work<Optional<T>> work) {
    return answer(
        work,
        found ->
            found
                .<Outcome<T>>map(view -> new Outcome.Done<>(view, false))
                .orElseGet(() -> rejected(FailureCode.NOT_FOUND)));
  }

  private <T> Outcome<Optional<T>> find(SandboxDatabase.Work<Optional<T>> work) {
    return answer(work, found -> new Outcome.Done<>(found, false));
  }

  /** A failure of the database is no answer, unless surely nothing has been done. */
  private <W, T> Outcome<T> answer(SandboxDatabase.Work<W> work, Function<W, Outcome<T>> answer) {
    try {
      return answer.apply(database.attempt(work));
    } catch (SQLException failure) {
      return SandboxDatabase.isLocked(failure)
          ? new Outcome.Busy<>(RETRY_AFTER)
          : new Outcome.Unknown<>("the sandbox does not answer: " + failure.getSQLState());
    }
  }

  private static Optional<FailureCode> wrong(OperationKey key, Step step, Money amount) {
    if (key.step() != step || !amount.isPositive()) {
      return Optional.of(FailureCode.REJECTED);
    }
    return amount.minor() > MOST_MINOR
        ? Optional.of(FailureCode.AMOUNT_TOO_LARGE)
        : Optional.empty();
  }

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

  private static <T> Outcome<T> reused() {
    return new Outcome.Rejected<>(
        FailureCode.REJECTED, "the key was used for another request before");
  }

  private static <T> Outcome<T> rejected(FailureCode why) {
    return new Outcome.Rejected<>(why, "the sandbox refuses such a request");
  }
}
