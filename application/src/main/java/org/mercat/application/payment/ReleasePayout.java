package org.mercat.application.payment;

import java.time.InstantSource;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.shared.Permission;

/**
 * An administrator releases what is due to a provider and still held; never what the client is
 * owed. Everything else is released by itself when the client confirms or the booking is off, and
 * after a refund that came to nothing as soon as it has been repeated.
 */
public final class ReleasePayout {

  public record Command(Caller caller, BookingId booking) {}

  /** What came of it. */
  public sealed interface Outcome {
    record Released(BookingId booking) implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}

    /** Nothing is due, a refund is under way, or one has to be repeated first. */
    record Refused(Refusal why) implements Outcome {}
  }

  private final Access access;
  private final Payments payments;
  private final RecordPayment recordPayment;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public ReleasePayout(
      Access access,
      Payments payments,
      RecordPayment recordPayment,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.payments = payments;
    this.recordPayment = recordPayment;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.PAYOUT_RELEASE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () -> payments.find(command.booking()).map(this::release).orElseGet(Outcome.NotFound::new));
  }

  private Outcome release(Payment payment) {
    return switch (payment.releaseDue(marketClock.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done done -> {
        recordPayment.handle(done);
        yield new Outcome.Released(payment.charge().booking());
      }
    };
  }
}
