package org.mercat.application.payment;

import java.time.InstantSource;
import java.util.Optional;
import org.mercat.application.payment.port.BookingParties;
import org.mercat.application.payment.port.BookingParties.Parties;
import org.mercat.application.payment.port.Payments;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.payment.Payment;
import org.mercat.domain.payment.Payment.Refusal;
import org.mercat.domain.payment.Payment.Transition;
import org.mercat.domain.payment.RefundRequest;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/**
 * A provider or an administrator gives a client money back: what is held, or, after the release,
 * what the provider and the platform have earned of it.
 */
public final class RefundBooking {

  /**
   * What is asked for.
   *
   * @param amount of the service before tax; when absent the whole rest, with the tip, or what the
   *     client is owed of it, where the rest is due to the provider
   */
  public record Command(Caller caller, BookingId booking, Optional<Money> amount, String reason) {}

  /** What came of it. */
  public sealed interface Outcome {
    /** The refund is stored; {@link RunOperations} sends it. */
    record Started(BookingId booking) implements Outcome {}

    record NotFound() implements Outcome {}

    /** A client asks for a refund by cancelling; or it was denied to the caller. */
    record Forbidden() implements Outcome {}

    /** The amount is in another currency than the booking. */
    record WrongCurrency() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private final Access access;
  private final BookingParties parties;
  private final Payments payments;
  private final RecordPayment recordPayment;
  private final UnitOfWork unitOfWork;
  private final InstantSource marketClock;

  public RefundBooking(
      Access access,
      BookingParties parties,
      Payments payments,
      RecordPayment recordPayment,
      UnitOfWork unitOfWork,
      InstantSource marketClock) {
    this.access = access;
    this.parties = parties;
    this.payments = payments;
    this.recordPayment = recordPayment;
    this.unitOfWork = unitOfWork;
    this.marketClock = marketClock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.BOOKING_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            parties
                .of(command.booking())
                .map(party -> refund(command, party))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome refund(Command command, Parties party) {
    var caller = command.caller();
    if (access.owns(caller, party.provider())) {
      return refund(command, Role.PROVIDER);
    }
    if (access.may(caller, Permission.BOOKING_MANAGE)) {
      return refund(command, Role.ADMIN);
    }
    return access.takesPart(caller, party.persons())
        ? new Outcome.Forbidden()
        : new Outcome.NotFound();
  }

  private Outcome refund(Command command, Role by) {
    var payment = payments.find(command.booking());
    if (payment.isEmpty()) {
      return new Outcome.Refused(Refusal.WRONG_STATE);
    }
    var open = payment.get().refundable();
    if (open.isNothing()) {
      return new Outcome.Refused(Refusal.WRONG_STATE);
    }
    var service = command.amount().orElse(open.service());
    if (!service.currency().equals(open.service().currency())) {
      return new Outcome.WrongCurrency();
    }
    var tip = command.amount().isPresent() ? Money.zero(service.currency()) : open.tip();
    return store(payment.get(), new RefundRequest(service, tip, by, command.reason()));
  }

  private Outcome store(Payment payment, RefundRequest request) {
    return switch (payment.refund(request, marketClock.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done done -> {
        recordPayment.handle(done);
        yield new Outcome.Started(payment.charge().booking());
      }
    };
  }
}
