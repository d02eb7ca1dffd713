package org.mercat.application.booking.port;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mercat.application.shared.Page;
import org.mercat.application.shared.PageRequest;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Lifecycle;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Money;

/**
 * Driven port: bookings as people look at them, with the state of their money; see {@code
 * BookingReadModelContract}.
 */
public interface BookingReadModel {

  Optional<BookingView> find(BookingId booking);

  /** The bookings in which a person has a part, as client or as provider, newest first. */
  Page<BookingView> ofParty(UserId party, Set<Phase> phases, PageRequest page);

  /** All bookings, newest first; for administrators. */
  Page<BookingView> all(Set<Phase> phases, PageRequest page);

  /**
   * A booking and its money.
   *
   * @param providerOwner the person behind the provider
   * @param refundedService what of the service, before tax, has gone back
   * @param refunded all that has gone back
   * @param owedService what of the service, before tax, is to go back and has not arrived
   * @param owed all that is to go back and has not arrived
   * @param onTopBack what of both was paid to the platform on top, with its tax
   * @param steps how the booking came to where it is
   */
  record BookingView(
      Booking booking,
      UserId providerOwner,
      Whereabouts money,
      Money refundedService,
      Money refunded,
      Money owedService,
      Money owed,
      Money onTopBack,
      boolean outcomeUnknown,
      List<Step> steps) {

    public BookingView {
      steps = List.copyOf(steps);
    }

    /** The client, and the person behind the provider. */
    public Set<UserId> parties() {
      return Stream.of(booking.terms().client(), providerOwner).collect(toUnmodifiableSet());
    }
  }

  record Step(Phase phase, Instant at) {}

  /** Where in its life a booking is. */
  enum Phase {
    REQUESTED,
    DECLINED,
    EXPIRED,
    AWAITING_PAYMENT,
    CONFIRMED,
    IN_PROGRESS,
    DELIVERED,
    COMPLETED,
    CANCELLED,
    NO_SHOW;

    /** The phase of a life cycle, without its particulars. */
    public static Phase of(Lifecycle lifecycle) {
      return switch (lifecycle) {
        case Lifecycle.Requested _ -> REQUESTED;
        case Lifecycle.Declined _ -> DECLINED;
        case Lifecycle.Expired _ -> EXPIRED;
        case Lifecycle.AwaitingPayment _ -> AWAITING_PAYMENT;
        case Lifecycle.Confirmed _ -> CONFIRMED;
        case Lifecycle.InProgress _ -> IN_PROGRESS;
        case Lifecycle.Delivered _ -> DELIVERED;
        case Lifecycle.Completed _ -> COMPLETED;
        case Lifecycle.Cancelled _ -> CANCELLED;
        case Lifecycle.NoShow _ -> NO_SHOW;
      };
    }
  }

  /** Where its money is. */
  enum Whereabouts {
    NONE,
    INVOICED,
    AUTHORIZED,
    CAPTURING,
    HELD,
    RELEASING,
    RELEASED,
    REFUNDING,
    REFUNDED
  }
}
