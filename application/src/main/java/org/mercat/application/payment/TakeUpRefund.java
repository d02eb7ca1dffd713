package org.mercat.application.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mercat.application.payment.port.PaymentOperations;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.SecondTry;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.GatewayReference;
import org.mercat.domain.payment.OperationKey;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.payment.PaymentOperation;
import org.mercat.domain.payment.PaymentOperation.Request;
import org.mercat.domain.payment.PaymentOperation.State;
import org.mercat.domain.shared.Money;

/**
 * What the gateway has given back beyond what was asked of it here, such as on its own pages, is a
 * refund of the booking like any other. It is stored as an operation that has ended, so that it is
 * found once.
 */
public final class TakeUpRefund {

  /** How far the clocks of two nodes may be apart. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /**
   * What the gateway has said.
   *
   * @param refunded of the payment, in all
   * @param readAt when the gateway was asked, by the system's time
   */
  public record Command(
      BookingId booking, GatewayReference payment, Money refunded, Instant readAt) {}

  /** What came of it. */
  public enum Outcome {
    TAKEN_UP,
    /** All of it was asked for here. */
    NOTHING_NEW,
    /** A refund of ours is under way, and may be a part of it: its end has to come first. */
    LATER
  }

  private final Payments payments;
  private final PaymentOperations operations;
  private final RecordPayment recordPayment;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;
  private final InstantSource systemClock;

  public TakeUpRefund(
      Payments payments,
      PaymentOperations operations,
      RecordPayment recordPayment,
      UnitOfWork unitOfWork,
      InstantSource marketClock,
      InstantSource systemClock) {
    this.payments = payments;
    this.operations = operations;
    this.recordPayment = recordPayment;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
    this.systemClock = systemClock;
  }

  public Outcome handle(Command command) {
    return SecondTry.at(
        () ->
            unitOfWork.run(
                () ->
                    payments
                        .find(command.booking())
                        .filter(it -> isOf(command.payment(), it))
                        .map(payment -> compare(command, payment))
                        .orElse(Outcome.NOTHING_NEW)));
  }

  private static boolean isOf(GatewayReference reference, Payment payment) {
    return payment.reference().filter(reference::equals).isPresent();
  }

  private Outcome compare(Command command, Payment payment) {
    var ours = refunds(payment);
    var known =
        ours.stream()
            .filter(TakeUpRefund::hasArrived)
            .map(TakeUpRefund::amount)
            .reduce(Money.zero(command.refunded().currency()), Money::plus);
    var unasked = command.refunded().minus(known);
    if (!unasked.isPositive()) {
      return Outcome.NOTHING_NEW;
    }
    return ours.stream().anyMatch(refund -> mayHaveBeenSeen(refund, command.readAt()))
        ? Outcome.LATER
        : take(payment, unasked);
  }

  private Outcome take(Payment payment, Money unasked) {
    return switch (payment.refundedElsewhere(unasked, marketClock.instant())) {
      case Transition.Refused(var why) ->
          why == Refusal.OUTCOME_UNKNOWN ? Outcome.LATER : Outcome.NOTHING_NEW;
      case Transition.Done done -> {
        recordPayment.handle(done);
        end(done.payment());
        yield Outcome.TAKEN_UP;
      }
    };
  }

  /** The gateway does not name it; what it is a part of is named in its place. */
  private void end(Payment payment) {
    var key = OperationKey.refund(payment.charge().booking(), payment.refunds());
    var done = new State.Done(systemClock.instant(), payment.reference().orElseThrow());
    operations.find(key).flatMap(refund -> refund.answered(done)).ifPresent(operations::update);
  }

  private List<PaymentOperation> refunds(Payment payment) {
    return IntStream.rangeClosed(1, payment.refunds())
        .mapToObj(number -> OperationKey.refund(payment.charge().booking(), number))
        .map(operations::find)
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean hasArrived(PaymentOperation refund) {
    return refund.state() instanceof State.Done || refund.state() instanceof State.Waiting;
  }

  /** Whether the gateway may have counted it, though here it has not arrived, or has failed. */
  private static boolean mayHaveBeenSeen(PaymentOperation refund, Instant readAt) {
    return switch (refund.state()) {
      case State.Sent _, State.Unanswered _ -> true;
      case State.Failed(var at, _) -> at.isAfter(readAt.minus(SKEW));
      case State.Done _, State.Waiting _ -> false;
    };
  }

  private static Money amount(PaymentOperation refund) {
    if (refund.request() instanceof Request.Refund(_, var amount)) {
      return amount;
    }
    throw new IllegalStateException("no refund: " + refund.key().text());
  }
}
