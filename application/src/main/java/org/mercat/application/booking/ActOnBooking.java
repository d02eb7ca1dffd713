package org.mercat.application.booking;

import java.time.Instant;
import java.time.InstantSource;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.MoneyUnderWay;
import org.mercat.application.booking.port.ProviderOwners;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.Verification;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.Booking.Refusal;
import org.mercat.domain.booking.Booking.Transition;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle.CancelledBy;
import org.mercat.domain.shared.Permission;

/** A party to a booking moves it on: pays, begins, delivers, confirms or cancels. */
public final class ActOnBooking {

  public record Command(Caller caller, BookingId booking, Act act) {}

  /** What a party wants to do. */
  public sealed interface Act {
    /** By the client, with a payment method in the words of the gateway. */
    record Pay(String method) implements Act {}

    /** By the provider; optional. */
    record Start() implements Act {}

    /** By the provider: the work is done. */
    record Deliver() implements Act {}

    /** By the client: the delivered work is accepted. */
    record Confirm() implements Act {}

    /** By either, or by an administrator. */
    record Cancel(String reason) implements Act {}
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Done(BookingId booking) implements Outcome {}

    /** There is no such booking, or the caller has no part in it. */
    record NotFound() implements Outcome {}

    /** It is for the other party to do, or was denied to the caller. */
    record Forbidden() implements Outcome {}

    /** The client pays, and has to show first that his address is his. */
    record EmailUnverified() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private enum Side {
    CLIENT,
    PROVIDER,
    ADMIN,
    STRANGER
  }

  private final Access access;
  private final Verification verification;
  private final Bookings bookings;
  private final ProviderOwners owners;
  private final MoneyUnderWay money;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public ActOnBooking(
      Access access,
      Verification verification,
      Bookings bookings,
      ProviderOwners owners,
      MoneyUnderWay money,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.verification = verification;
    this.bookings = bookings;
    this.owners = owners;
    this.money = money;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.BOOKING_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            bookings
                .find(command.booking())
                .map(booking -> act(command, booking))
                .orElseGet(Outcome.NotFound::new));
  }

  private Outcome act(Command command, Booking booking) {
    var side = sideOf(command.caller(), booking);
    if (side == Side.STRANGER) {
      return new Outcome.NotFound();
    }
    if (!mayDo(side, command.act())) {
      return new Outcome.Forbidden();
    }
    if (command.act() instanceof Act.Pay && verification.isLacking(command.caller().user())) {
      return new Outcome.EmailUnverified();
    }
    return switch (transition(side, command.act(), booking, clock.instant())) {
      case Transition.Refused(var why) -> new Outcome.Refused(why);
      case Transition.Done _ when mustWait(command) -> new Outcome.Refused(Refusal.OUTCOME_UNKNOWN);
      case Transition.Done(var next, var events) -> {
        bookings.update(next);
        events.forEach(outbox::append);
        yield new Outcome.Done(next.id());
      }
    };
  }

  private Side sideOf(Caller caller, Booking booking) {
    if (access.owns(caller, booking.terms().client())) {
      return Side.CLIENT;
    }
    var provider = owners.ownerOf(booking.terms().provider());
    if (provider.filter(owner -> access.owns(caller, owner)).isPresent()) {
      return Side.PROVIDER;
    }
    return access.may(caller, Permission.BOOKING_MANAGE) ? Side.ADMIN : Side.STRANGER;
  }

  private static boolean mayDo(Side side, Act act) {
    return switch (act) {
      case Act.Pay _, Act.Confirm _ -> side == Side.CLIENT;
      case Act.Start _, Act.Deliver _ -> side == Side.PROVIDER;
      case Act.Cancel _ -> side != Side.STRANGER;
    };
  }

  private static Transition transition(Side side, Act act, Booking booking, Instant now) {
    return switch (act) {
      case Act.Pay(var method) -> booking.pay(method, now);
      case Act.Start() -> booking.start(now);
      case Act.Deliver() -> booking.deliver(now);
      case Act.Confirm() -> booking.complete(now);
      case Act.Cancel(var reason) -> booking.cancel(cancelledBy(side), reason, now);
    };
  }

  /** No payment begins beside another, and nothing is settled while money is on its way back. */
  private boolean mustWait(Command command) {
    return switch (command.act()) {
      case Act.Pay _ -> money.isPaying(command.booking());
      case Act.Cancel _ -> money.isRefunding(command.booking());
      case Act.Start _, Act.Deliver _, Act.Confirm _ -> false;
    };
  }

  private static CancelledBy cancelledBy(Side side) {
    return switch (side) {
      case CLIENT -> CancelledBy.CLIENT;
      case PROVIDER -> CancelledBy.PROVIDER;
      case ADMIN, STRANGER -> CancelledBy.ADMIN;
    };
  }
}
