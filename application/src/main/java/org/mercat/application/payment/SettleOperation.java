package org.mercat.application.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.Payees;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.payment.FailureCode;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.State;

/**
 * Stores what the gateway has said of an operation, with all that follows from it, in one unit of
 * work. Safe to repeat, and in any order: what has ended stays as it ended.
 */
public final class SettleOperation {

  public record Command(OperationKey key, State answer) {}

  /** What is known of the operation afterwards. */
  public sealed interface Outcome {
    record Succeeded() implements Outcome {}

    record Failed(FailureCode why) implements Outcome {}

    /** Its end is still to come. */
    record Open() implements Outcome {}

    /** There is no operation of that key. */
    record UnknownOperation() implements Outcome {}
  }

  private final PaymentOperations operations;
  private final Payments payments;
  private final Payees payees;
  private final RecordPayment recordPayment;
  private final TakeBackRefund takeBackRefund;
  private final SettleTransfer settleTransfer;
  private final SettlePayout settlePayout;
  private final SettlePayer settlePayer;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public SettleOperation(
      PaymentOperations operations,
      Payments payments,
      Payees payees,
      RecordPayment recordPayment,
      TakeBackRefund takeBackRefund,
      SettleTransfer settleTransfer,
      SettlePayout settlePayout,
      SettlePayer settlePayer,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.operations = operations;
    this.payments = payments;
    this.payees = payees;
    this.recordPayment = recordPayment;
    this.takeBackRefund = takeBackRefund;
    this.settleTransfer = settleTransfer;
    this.settlePayout = settlePayout;
    this.settlePayer = settlePayer;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  /**
   * The gateway's event may tell the same at the same moment: whoever comes second finds it done.
   */
  public Outcome handle(Command command) {
    return SecondTry.at(() -> settle(command));
  }

  private Outcome settle(Command command) {
    return unitOfWork.run(
        () ->
            operations
                .find(command.key())
                .map(operation -> settle(operation, command.answer()))
                .orElseGet(Outcome.UnknownOperation::new));
  }

  private Outcome settle(PaymentOperation operation, State answer) {
    var news = operation.answered(answer);
    news.ifPresent(
        settled -> {
          operations.update(settled);
          apply(operation, settled);
        });
    return outcome(news.orElse(operation).state());
  }

  private void apply(PaymentOperation before, PaymentOperation settled) {
    var now = marketClock.instant();
    switch (settled.key().step()) {
      case CAPTURE -> change(settled, payment -> captured(payment, settled, now));
      case REFUND -> {
        if (before.state() instanceof State.Done
            && settled.state() instanceof State.Failed(_, var why)) {
          takeBackRefund.handle(settled, why);
        } else {
          change(settled, payment -> refunded(payment, settled, now));
        }
      }
      case TRANSFER, REVERSE -> settleTransfer.handle(settled);
      case PAY_OUT -> settlePayout.handle(settled);
      case OPEN_PAYER, SAVE_METHOD, REMOVE_METHOD, FORGET_PAYER -> settlePayer.handle(settled);
      case OPEN_PAYEE -> {
        if (settled.state() instanceof State.Done(_, var account)) {
          payeeOpened(settled.key(), account, now);
        }
      }
    }
  }

  private static Optional<Transition> captured(
      Payment payment, PaymentOperation settled, Instant now) {
    return switch (settled.state()) {
      case State.Done(_, var reference) ->
          Optional.of(payment.captured(settled.key(), reference, now));
      case State.Failed(_, var why) -> Optional.of(payment.declined(why, now));
      case State.Waiting(_, _, var payerMustAct) when payerMustAct ->
          Optional.of(payment.waits(now));
      case State.Unanswered _ -> Optional.of(payment.unanswered(now));
      case State.Waiting _, State.Sent _ -> Optional.empty();
    };
  }

  private static Optional<Transition> refunded(
      Payment payment, PaymentOperation settled, Instant now) {
    return switch (settled.state()) {
      case State.Done _ -> Optional.of(payment.refundPaid(settled.key(), now));
      case State.Failed(_, var why) -> Optional.of(payment.refundFailed(settled.key(), why, now));
      case State.Unanswered _ -> Optional.of(payment.unanswered(now));
      case State.Waiting _, State.Sent _ -> Optional.empty();
    };
  }

  /** A refusal says that the money is past that already. */
  private void change(PaymentOperation settled, Change command) {
    var booking = settled.key().booking();
    var payment =
        payments
            .find(booking)
            .orElseThrow(() -> new IllegalStateException("no money of " + booking));
    command
        .on(payment)
        .ifPresent(
            transition -> {
              if (transition instanceof Transition.Done done) {
                recordPayment.handle(done);
              }
            });
  }

  private void payeeOpened(OperationKey key, GatewayReference account, Instant now) {
    payees
        .find(key.provider())
        .map(payee -> payee.opened(account, now))
        .ifPresent(
            change -> {
              payees.update(change.payee());
              outbox.append(change.event());
            });
  }

  private static Outcome outcome(State state) {
    return switch (state) {
      case State.Done _ -> new Outcome.Succeeded();
      case State.Failed(_, var why) -> new Outcome.Failed(why);
      case State.Sent _, State.Unanswered _, State.Waiting _ -> new Outcome.Open();
    };
  }

  private interface Change {
    Optional<Transition> on(Payment payment);
  }
}
