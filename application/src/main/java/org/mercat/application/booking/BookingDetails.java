package org.mercat.application.booking;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.mercat.application.booking.port.BookingReadModel;
import org.mercat.application.booking.port.BookingReadModel.BookingView;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.application.booking.port.FeeTariffs;
import org.mercat.application.booking.port.TaxesInForce;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.Disclosures;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingEvent;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.BookingTerms;
import org.mercat.domain.booking.Lifecycle.Closed;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.fee.PlatformFee;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Permission;

/** One booking with its money, for its parties and for administrators. */
public final class BookingDetails {

  public record Query(Caller caller, BookingId booking) {}

  /** What was found. */
  public sealed interface Outcome {
    /**
     * The booking as it is now.
     *
     * @param terms by which the platform takes its fee; before confirmation those of now
     * @param fee the platform's fee on what the client neither has got back nor is to get back
     * @param payout what the provider gets of it
     */
    record Found(BookingView view, FeeTerms terms, PlatformFee fee, Money payout)
        implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  private final Access access;
  private final BookingReadModel bookings;
  private final FeeTariffs tariffs;
  private final TaxesInForce taxes;
  private final Disclosures disclosures;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  public BookingDetails(
      Access access,
      BookingReadModel bookings,
      FeeTariffs tariffs,
      TaxesInForce taxes,
      Disclosures disclosures,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.access = access;
    this.bookings = bookings;
    this.tariffs = tariffs;
    this.taxes = taxes;
    this.disclosures = disclosures;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  public Outcome handle(Query query) {
    if (!access.may(query.caller(), Permission.BOOKING_OWN)) {
      return new Outcome.Forbidden();
    }
    return unitOfWork.run(
        () ->
            bookings
                .find(query.booking())
                .filter(view -> isVisible(view, query.caller()))
                .<Outcome>map(view -> shown(query.caller(), List.of(view)).getFirst())
                .orElseGet(Outcome.NotFound::new));
  }

  private boolean isVisible(BookingView view, Caller caller) {
    return access.takesPart(caller, view.parties())
        || access.may(caller, Permission.BOOKING_READ_ANY);
  }

  /** Bookings as {@link #handle} shows them, in the unit of work that is open. */
  List<Outcome.Found> shown(Caller caller, List<BookingView> views) {
    disclosures.shown(
        views.stream()
            .filter(view -> !access.takesPart(caller, view.parties()))
            .map(view -> BookingEvent.subject(view.booking().id()))
            .toList());
    return views.stream().map(this::found).toList();
  }

  private Outcome.Found found(BookingView view) {
    var booking = view.booking();
    var terms = booking.fee().orElseGet(() -> wouldBe(booking.terms(), clock.instant()));
    var price = booking.terms().price();
    if (view.money() == Whereabouts.NONE && booking.lifecycle() instanceof Closed) {
      var zero = Money.zero(price.service().currency());
      return new Outcome.Found(view, terms, terms.on(zero), zero);
    }
    var fee = terms.on(price.service().minus(view.refundedService()).minus(view.owedService()));
    var onTop = price.customerFee().total().minus(view.onTopBack());
    var kept = price.total().minus(view.refunded()).minus(view.owed()).minus(onTop);
    return new Outcome.Found(view, terms, fee, kept.minus(fee.total()));
  }

  private FeeTerms wouldBe(BookingTerms terms, Instant now) {
    var currency = terms.price().service().currency();
    return tariffs.of(terms.provider(), currency, now).terms(taxes, now);
  }
}
