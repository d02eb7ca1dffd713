package org.mercat.application.booking;

import java.util.Optional;
import org.mercat.application.booking.BookingDetails.Outcome.Found;
import org.mercat.application.booking.port.BookingReadModel.BookingView;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.Price;
import org.mercat.domain.fee.FeeDirection;
import org.mercat.domain.fee.FeeRuleName;
import org.mercat.domain.fee.PlatformFee;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Rate;

/** Query: each cent of a booking, and the rule that says so (N-14). */
public final class ExplainBooking {

  public record Query(Caller caller, BookingId booking) {}

  /** What was found. */
  public sealed interface Outcome {
    /**
     * What the client pays and has got back, and how the rest is shared out.
     *
     * @param refunded what has gone back of it
     * @param owed what is to go back and has not arrived
     * @param share empty for the client, whom it does not concern
     */
    record Explained(
        BookingId booking, Price price, Money refunded, Money owed, Optional<Share> share)
        implements Outcome {}

    record Forbidden() implements Outcome {}

    record NotFound() implements Outcome {}
  }

  /**
   * How what is not given back is shared out: what the platform takes, and what the provider gets.
   *
   * @param agreed whether the booking has been confirmed under this rule; else it is that of now
   */
  public record Share(boolean agreed, Rate rate, FeeRuleName rule, PlatformFee fee, Money payout) {}

  private final Access access;
  private final BookingDetails details;

  public ExplainBooking(Access access, BookingDetails details) {
    this.access = access;
    this.details = details;
  }

  public Outcome handle(Query query) {
    return switch (details.handle(new BookingDetails.Query(query.caller(), query.booking()))) {
      case Found found -> explained(found, query.caller());
      case BookingDetails.Outcome.Forbidden _ -> new Outcome.Forbidden();
      case BookingDetails.Outcome.NotFound _ -> new Outcome.NotFound();
    };
  }

  private Outcome explained(Found found, Caller caller) {
    var view = found.view();
    var booking = view.booking();
    return new Outcome.Explained(
        booking.id(),
        booking.terms().price(),
        view.refunded(),
        view.owed(),
        Optional.of(share(found)).filter(_ -> isConcerned(view, caller)));
  }

  private boolean isConcerned(BookingView view, Caller caller) {
    return access.owns(caller, view.providerOwner())
        || access.may(caller, Permission.BOOKING_READ_ANY);
  }

  private static Share share(Found found) {
    var terms = found.terms();
    return new Share(
        found.view().booking().fee().isPresent(),
        terms.rate(),
        FeeRuleName.parse(terms.rule(), FeeDirection.PLATFORM_FEE),
        found.fee(),
        found.payout());
  }
}
