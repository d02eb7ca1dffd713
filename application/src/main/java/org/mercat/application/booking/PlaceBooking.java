package org.mercat.application.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.mercat.application.booking.QuotePrice.Misfit;
import org.mercat.application.booking.QuotePrice.Wanted;
import org.mercat.application.booking.port.Bookings;
import org.mercat.application.booking.port.ServiceOffers;
import org.mercat.application.booking.port.ServiceOffers.Offer;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.application.shared.Verification;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.availability.LocalStart;
import org.mercat.domain.availability.LocalStart.Resolution;
import org.mercat.domain.availability.Slots;
import org.mercat.domain.availability.Verdict;
import org.mercat.domain.booking.Address;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.BookingTerms;
import org.mercat.domain.booking.CancellationPolicy;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.shared.Zone;

/** A client books a time of a provider, to pay at once or within the hold. */
public final class PlaceBooking {

  /**
   * What a client wants.
   *
   * @param start an instant, or a place in the calendar of the provider's market
   * @param duration how long; the length of the listing when absent
   * @param quantity how many units of a fixed price
   * @param address where the work is to be done, or where the client is
   * @param method what the client pays with at once, a token in the words of the gateway
   */
  public record Command(
      Caller caller,
      ListingId listing,
      Start start,
      Optional<Duration> duration,
      int quantity,
      Optional<Address> address,
      Optional<Money> tip,
      Optional<String> method) {}

  /** When the client wants the service to begin. */
  public sealed interface Start {
    record At(Instant instant) implements Start {}

    record InCalendar(LocalStart local, Zone zone) implements Start {}
  }

  /** What came of it. */
  public sealed interface Outcome {
    record Placed(BookingId booking) implements Outcome {}

    /** Only clients book. */
    record Forbidden() implements Outcome {}

    record UnknownListing() implements Outcome {}

    /** The price of the listing has to be agreed on first. */
    record NotBookable() implements Outcome {}

    /** The client pays, and has to show first that his address is his. */
    record EmailUnverified() implements Outcome {}

    /** The provider cannot be paid out yet, or takes no money that goes by a gateway. */
    record NotPayable() implements Outcome {}

    /** The time does not exist in that zone on that day. */
    record NonexistentTime() implements Outcome {}

    /** The hour occurs twice on that day, and the offset is missing or not one of its two. */
    record AmbiguousTime() implements Outcome {}

    /** In the past, outside the hours, or off the step. */
    record OutsideAvailability() implements Outcome {}

    /** The length is not one that the listing can be booked for. */
    record WrongDuration() implements Outcome {}

    record WrongQuantity() implements Outcome {}

    /** The tip is in another currency than the price. */
    record WrongCurrency() implements Outcome {}

    record SlotTaken() implements Outcome {}
  }

  private final Access access;
  private final Verification verification;
  private final Bookings bookings;
  private final ServiceOffers offers;
  private final QuotePrice prices;
  private final ZoneBook zones;
  private final EventOutbox outbox;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public PlaceBooking(
      Access access,
      Verification verification,
      Bookings bookings,
      ServiceOffers offers,
      QuotePrice prices,
      ZoneBook zones,
      EventOutbox outbox,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.verification = verification;
    this.bookings = bookings;
    this.offers = offers;
    this.prices = prices;
    this.zones = zones;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Command command) {
    if (!access.may(command.caller(), Permission.BOOKING_PLACE)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            offers
                .find(command.listing())
                .map(offer -> place(command, offer))
                .orElseGet(Outcome.UnknownListing::new));
  }

  private Outcome place(Command command, Offer offer) {
    if (command.method().isPresent() && verification.isLacking(command.caller().user())) {
      return new Outcome.EmailUnverified();
    }
    return QuotePrice.misfit(wanted(command), offer)
        .map(PlaceBooking::refused)
        .orElseGet(() -> placeAt(command, offer));
  }

  private static Wanted wanted(Command command) {
    return new Wanted(
        command.duration(),
        command.quantity(),
        command.address().map(Address::place),
        command.tip());
  }

  private static Outcome refused(Misfit why) {
    return switch (why) {
      case NOT_BOOKABLE -> new Outcome.NotBookable();
      case WRONG_QUANTITY -> new Outcome.WrongQuantity();
      case WRONG_CURRENCY -> new Outcome.WrongCurrency();
      case WRONG_DURATION -> new Outcome.WrongDuration();
    };
  }

  private Outcome placeAt(Command command, Offer offer) {
    var length = command.duration().orElse(offer.rules().length());
    return switch (resolved(command.start())) {
      case Resolution.Nonexistent _ -> new Outcome.NonexistentTime();
      case Resolution.Ambiguous _, Resolution.WrongOffset _ -> new Outcome.AmbiguousTime();
      case Resolution.Resolved(var start) -> place(command, offer, TimeSlot.of(start, length));
    };
  }

  private static Resolution resolved(Start start) {
    return switch (start) {
      case Start.At(var instant) -> new Resolution.Resolved(instant);
      case Start.InCalendar(var local, var zone) -> local.resolve(zone);
    };
  }

  private Outcome place(Command command, Offer offer, TimeSlot slot) {
    var now = clock.instant();
    var slots = new Slots(offer.hours(), zones.zone(offer.zone()), offer.rules());
    return switch (slots.judge(slot, List.of(), now)) {
      case Verdict.InThePast _, Verdict.OutsideHours _, Verdict.OffStep _ ->
          new Outcome.OutsideAvailability();
      case Verdict.Free _, Verdict.Taken _ ->
          isPayable(command, offer) ? claim(command, offer, slot, now) : new Outcome.NotPayable();
    };
  }

  /** A provider whom his clients pay himself takes nothing that goes by a gateway. */
  private static boolean isPayable(Command command, Offer offer) {
    return offer.paidDirectly() ? command.method().isEmpty() : offer.payable();
  }

  /** The claim decides who gets the time; whatever was seen before may be old. */
  private Outcome claim(Command command, Offer offer, TimeSlot slot, Instant now) {
    var terms = terms(command, offer, slot, now);
    var done = Booking.place(bookings.nextId(), terms, command.method(), now);
    return switch (bookings.add(done.booking())) {
      case SLOT_TAKEN -> new Outcome.SlotTaken();
      case ADDED -> {
        done.events().forEach(outbox::append);
        yield new Outcome.Placed(done.booking().id());
      }
    };
  }

  private BookingTerms terms(Command command, Offer offer, TimeSlot slot, Instant now) {
    var quote = prices.quote(wanted(command), offer, now);
    return new BookingTerms(
        command.caller().user(),
        offer.provider(),
        offer.listing(),
        slot,
        slot.widened(offer.rules().before(), offer.rules().after()),
        offer.zone(),
        quote.place(),
        command.address(),
        quote.price(),
        CancellationPolicy.MODERATE,
        command.method().isPresent());
  }
}
