package org.mercat.domain.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.booking.Booking.Transition.Done;
import org.mercat.domain.booking.Booking.Transition.Refused;
import org.mercat.domain.booking.BookingEvent.BookingCancelled;
import org.mercat.domain.booking.BookingEvent.BookingCancelled.Settlement;
import org.mercat.domain.booking.BookingEvent.BookingCompleted;
import org.mercat.domain.booking.BookingEvent.BookingConfirmed;
import org.mercat.domain.booking.BookingEvent.BookingDeclined;
import org.mercat.domain.booking.BookingEvent.BookingDelivered;
import org.mercat.domain.booking.BookingEvent.BookingExpired;
import org.mercat.domain.booking.BookingEvent.BookingNoShow;
import org.mercat.domain.booking.BookingEvent.BookingPaymentFailed;
import org.mercat.domain.booking.BookingEvent.BookingPaymentStarted;
import org.mercat.domain.booking.BookingEvent.BookingPaymentWaiting;
import org.mercat.domain.booking.BookingEvent.BookingPlaced;
import org.mercat.domain.booking.BookingEvent.BookingRequested;
import org.mercat.domain.booking.BookingEvent.BookingStarted;
import org.mercat.domain.booking.Lifecycle.AwaitingPayment;
import org.mercat.domain.booking.Lifecycle.Cancelled;
import org.mercat.domain.booking.Lifecycle.CancelledBy;
import org.mercat.domain.booking.Lifecycle.Closed;
import org.mercat.domain.booking.Lifecycle.Completed;
import org.mercat.domain.booking.Lifecycle.Confirmed;
import org.mercat.domain.booking.Lifecycle.Declined;
import org.mercat.domain.booking.Lifecycle.Delivered;
import org.mercat.domain.booking.Lifecycle.Expired;
import org.mercat.domain.booking.Lifecycle.InProgress;
import org.mercat.domain.booking.Lifecycle.NoShow;
import org.mercat.domain.booking.Lifecycle.Requested;
import org.mercat.domain.booking.Lifecycle.Undertaken;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.shared.Money;

/**
 * One client's agreement with one provider about one time. Where the money is, the payment says;
 * the two meet through events. Immutable: every command returns the next booking, or why not.
 *
 * @param fee the platform's terms, fixed at confirmation; empty before
 */
public record Booking(
    BookingId id, BookingTerms terms, Lifecycle lifecycle, Optional<FeeTerms> fee, long version) {

  /** How long a client may hold a time without paying for it. */
  public static final Duration HOLD = Duration.ofMinutes(15);

  /** How long a client may object to delivered work; after that it counts as confirmed (C-25). */
  public static final Duration CONFIRMED_AFTER = Duration.ofDays(3);

  /** What a command makes of a booking. */
  public sealed interface Transition {
    record Done(Booking booking, List<BookingEvent> events) implements Transition {
      public Done {
        events = List.copyOf(events);
      }
    }

    record Refused(Refusal why) implements Transition {}
  }

  /** Why a command is not possible now. */
  public enum Refusal {
    /** The life cycle has no such step from here. */
    WRONG_STATE,
    /** The time to pay is over. */
    HOLD_EXPIRED,
    /** A payment is under way and its outcome is not known yet. */
    OUTCOME_UNKNOWN
  }

  /** Asks the provider for a time, without claiming it. */
  public static Done request(BookingId id, BookingTerms terms, Instant now) {
    var booking = new Booking(id, terms, new Requested(now), Optional.empty(), 0);
    return booking.done(new BookingRequested(id, now));
  }

  /**
   * Takes the time and holds it for payment.
   *
   * @param method what the client wants to pay with at once; empty to pay later
   */
  public static Done place(BookingId id, BookingTerms terms, Optional<String> method, Instant now) {
    var until = now.plus(HOLD);
    var state = new AwaitingPayment(now, until, method.isPresent());
    var booking = new Booking(id, terms, state, Optional.empty(), 0);
    var placed = booking.placed(until, now);
    return method
        .map(token -> booking.done(placed, booking.paymentStarted(token, now)))
        .orElseGet(() -> booking.done(placed));
  }

  /** The provider takes a request: from now on the time is claimed and held for payment. */
  public Transition accept(Instant now) {
    return switch (lifecycle) {
      case Requested _ -> {
        var until = now.plus(HOLD);
        yield in(new AwaitingPayment(now, until, false)).done(placed(until, now));
      }
      case AwaitingPayment _, Undertaken _, Closed _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  public Transition decline(Instant now) {
    return switch (lifecycle) {
      case Requested _ -> in(new Declined(now)).done(new BookingDeclined(id, now));
      case AwaitingPayment _, Undertaken _, Closed _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The client pays with this method, a token in the words of the gateway. */
  public Transition pay(String method, Instant now) {
    return switch (lifecycle) {
      case AwaitingPayment(_, _, var paying) when paying -> new Refused(Refusal.OUTCOME_UNKNOWN);
      case AwaitingPayment(_, var until, _) when !now.isBefore(until) ->
          new Refused(Refusal.HOLD_EXPIRED);
      case AwaitingPayment(var at, var until, _) ->
          in(new AwaitingPayment(at, until, true)).done(paymentStarted(method, now));
      case Expired _ -> new Refused(Refusal.HOLD_EXPIRED);
      case Requested _, Undertaken _, Closed _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /**
   * The payment that was under way came to nothing: a booking that was to be paid when it was
   * placed is cancelled, any other waits for another payment until its hold ends.
   */
  public Transition paymentFailed(Instant now) {
    return switch (lifecycle) {
      case AwaitingPayment(var at, var until, var paying) when paying ->
          terms.paidAtPlacing()
              ? closed(CancelledBy.SYSTEM, "The payment was declined.", Optional.empty(), now)
              : in(new AwaitingPayment(at, until, false)).done(new BookingPaymentFailed(id, now));
      case Requested _, AwaitingPayment _, Undertaken _, Closed _ ->
          new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The payment waits for its payer: the hold runs on, and may end. */
  public Transition paymentWaits(Instant now) {
    return switch (lifecycle) {
      case AwaitingPayment(var at, var until, var paying) when paying ->
          in(new AwaitingPayment(at, until, false)).done(new BookingPaymentWaiting(id, now));
      case Requested _, AwaitingPayment _, Undertaken _, Closed _ ->
          new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The money is held: the booking stands, under these terms of the platform. */
  public Transition confirm(FeeTerms agreed, Instant now) {
    return switch (lifecycle) {
      case AwaitingPayment _ ->
          new Booking(id, terms, new Confirmed(now), Optional.of(agreed), version)
              .done(new BookingConfirmed(id, agreed, now));
      case Expired _, Cancelled _ -> new Refused(Refusal.HOLD_EXPIRED);
      case Requested _, Undertaken _, Closed _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /**
   * Nobody has done anything: the time to pay is over, or the client has been silent so long that
   * the delivered work counts as confirmed.
   */
  public Transition letTimePass(Instant now) {
    return switch (lifecycle) {
      case AwaitingPayment(_, _, var paying) when paying -> new Refused(Refusal.OUTCOME_UNKNOWN);
      case AwaitingPayment(_, var until, _) when !now.isBefore(until) ->
          in(new Expired(now)).done(new BookingExpired(id, now));
      case Delivered(var at) when !now.isBefore(at.plus(CONFIRMED_AFTER)) -> complete(now);
      case Requested _, AwaitingPayment _, Undertaken _, Closed _ ->
          new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The provider begins; optional. */
  public Transition start(Instant now) {
    return switch (lifecycle) {
      case Confirmed _ -> in(new InProgress(now)).done(new BookingStarted(id, now));
      case Requested _, AwaitingPayment _, InProgress _, Delivered _, Closed _ ->
          new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The provider says that the work is done; it may be done before the slot begins. */
  public Transition deliver(Instant now) {
    return switch (lifecycle) {
      case Confirmed _, InProgress _ -> in(new Delivered(now)).done(new BookingDelivered(id, now));
      case Requested _, AwaitingPayment _, Delivered _, Closed _ ->
          new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The client confirms the delivered work. */
  public Transition complete(Instant now) {
    return switch (lifecycle) {
      case Delivered _ -> in(new Completed(now)).done(new BookingCompleted(id, agreedFee(), now));
      case Requested _, AwaitingPayment _, Confirmed _, InProgress _, Closed _ ->
          new Refused(Refusal.WRONG_STATE);
    };
  }

  /**
   * Calls the booking off. A client gets back what the policy says, and everything when anybody
   * else cancels.
   */
  public Transition cancel(CancelledBy by, String reason, Instant now) {
    return switch (lifecycle) {
      case AwaitingPayment(_, _, var paying) when paying -> new Refused(Refusal.OUTCOME_UNKNOWN);
      case Requested _, AwaitingPayment _ -> closed(by, reason, Optional.empty(), now);
      case Confirmed _ -> closed(by, reason, Optional.of(settlement(by, now)), now);
      case InProgress _, Delivered _, Closed _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /** Everything has been refunded: a booking that is not closed yet is off. */
  public Transition refundedWhole(CancelledBy by, String reason, Instant now) {
    return switch (lifecycle) {
      case Undertaken _ -> closed(by, reason, Optional.empty(), now);
      case Requested _, AwaitingPayment _, Closed _ -> new Refused(Refusal.WRONG_STATE);
    };
  }

  /** The client did not come; the provider keeps the price, less the fee. */
  public Transition noShow(Instant now) {
    return switch (lifecycle) {
      case Confirmed _ -> in(new NoShow(now)).done(new BookingNoShow(id, agreedFee(), now));
      case Requested _, AwaitingPayment _, InProgress _, Delivered _, Closed _ ->
          new Refused(Refusal.WRONG_STATE);
    };
  }

  /** Whether the booking keeps its provider's time. */
  public boolean claimsTime() {
    return switch (lifecycle) {
      case AwaitingPayment _, Undertaken _ -> true;
      case Requested _, Closed _ -> false;
    };
  }

  private Settlement settlement(CancelledBy by, Instant now) {
    return new Settlement(refund(by, now), agreedFee());
  }

  private Money refund(CancelledBy by, Instant now) {
    var service = terms.price().service();
    return switch (by) {
      case CLIENT -> terms.policy().refund(service, terms.slot().from(), now);
      case PROVIDER, ADMIN, SYSTEM -> service;
    };
  }

  private FeeTerms agreedFee() {
    return fee.orElseThrow(() -> new IllegalStateException("confirmed without a fee: " + id));
  }

  private Done closed(CancelledBy by, String reason, Optional<Settlement> settlement, Instant now) {
    return in(new Cancelled(now, by, reason))
        .done(new BookingCancelled(id, by, reason, settlement, now));
  }

  private BookingPlaced placed(Instant until, Instant now) {
    return new BookingPlaced(
        id,
        terms.client(),
        terms.provider(),
        terms.listing(),
        terms.slot(),
        terms.price().total(),
        until,
        now);
  }

  private BookingPaymentStarted paymentStarted(String method, Instant now) {
    var price = terms.price();
    return new BookingPaymentStarted(
        id,
        terms.client(),
        terms.provider(),
        price.service(),
        price.taxes(),
        price.tip(),
        price.customerFee(),
        method,
        now);
  }

  private Booking in(Lifecycle next) {
    return new Booking(id, terms, next, fee, version);
  }

  private Done done(BookingEvent... events) {
    return new Done(this, List.of(events));
  }
}
