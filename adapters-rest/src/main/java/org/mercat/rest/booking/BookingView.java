package org.mercat.rest.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mercat.application.booking.BookingDetails.Outcome.Found;
import org.mercat.application.booking.port.BookingReadModel.Phase;
import org.mercat.application.booking.port.BookingReadModel.Whereabouts;
import org.mercat.domain.booking.Address;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.Lifecycle.AwaitingPayment;
import org.mercat.domain.booking.Lifecycle.Cancelled;
import org.mercat.domain.booking.Price;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxLine;
import org.mercat.rest.shared.MoneyView;
import org.mercat.rest.shared.StatusWords;

/** A booking on the wire. */
public record BookingView(
    UUID id,
    String confirmationCode,
    UUID listing,
    UUID provider,
    UUID client,
    Instant start,
    Instant end,
    String zone,
    Phase lifecycle,
    Whereabouts money,
    String status,
    boolean outcomeUnknown,
    boolean disputed,
    MoneyView refunded,
    List<Line> lines,
    MoneyView total,
    MoneyView platformFee,
    MoneyView platformFeeTax,
    MoneyView payout,
    Place placeOfSupply,
    Optional<Where> address,
    Optional<Instant> heldUntil,
    Optional<Cancellation> cancellation,
    List<Step> timeline) {

  /**
   * One line of the price; a tax names the rule that says so.
   *
   * @param on what a tax is charged on, if that is not the service
   */
  public record Line(
      Kind kind,
      Optional<Kind> on,
      Optional<TaxComponent> component,
      Optional<Long> ratePpm,
      Optional<String> rule,
      MoneyView amount) {}

  /** What a line is for. */
  public enum Kind {
    service,
    tax,
    tip,
    customer_fee
  }

  public record Place(String country, String subdivision) {}

  /** An address, as the client has sent it. */
  public record Where(
      String country,
      String subdivision,
      Optional<String> city,
      Optional<String> postalCode,
      Optional<String> line1) {

    static Where of(Address address) {
      return new Where(
          address.place().country(),
          address.place().subdivision(),
          address.city(),
          address.postalCode(),
          address.line1());
    }
  }

  public record Cancellation(String by, String reason) {}

  public record Step(Phase lifecycle, Instant at) {}

  static BookingView of(Found found) {
    var view = found.view();
    var booking = view.booking();
    var terms = booking.terms();
    var phase = Phase.of(booking.lifecycle());
    return new BookingView(
        booking.id().value(),
        ConfirmationCode.of(booking.id()),
        terms.listing().value(),
        terms.provider().value(),
        terms.client().value(),
        terms.slot().from(),
        terms.slot().to(),
        terms.zone().getId(),
        phase,
        view.money(),
        BookingStatus.of(StatusWords.current(), phase, view.money(), false),
        view.outcomeUnknown(),
        false,
        MoneyView.of(view.refunded()),
        lines(terms.price()),
        MoneyView.of(terms.price().total()),
        MoneyView.of(found.fee().amount()),
        MoneyView.of(found.fee().tax()),
        MoneyView.of(found.payout()),
        new Place(terms.place().country(), terms.place().subdivision()),
        terms.address().map(Where::of),
        heldUntil(booking),
        cancellation(booking),
        view.steps().stream().map(step -> new Step(step.phase(), step.at())).toList());
  }

  static List<Line> lines(Price price) {
    var lines = new ArrayList<Line>();
    lines.add(line(Kind.service, MoneyView.of(price.service())));
    price.taxes().forEach(tax -> lines.add(line(tax, Optional.empty())));
    var onTop = price.customerFee();
    if (onTop.amount().isPositive()) {
      lines.add(line(Kind.customer_fee, MoneyView.of(onTop.amount())));
    }
    onTop.taxes().forEach(tax -> lines.add(line(tax, Optional.of(Kind.customer_fee))));
    if (price.tip().isPositive()) {
      lines.add(line(Kind.tip, MoneyView.of(price.tip())));
    }
    return lines;
  }

  private static Line line(Kind kind, MoneyView amount) {
    return new Line(
        kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), amount);
  }

  private static Line line(TaxLine tax, Optional<Kind> on) {
    return new Line(
        Kind.tax,
        on,
        Optional.of(tax.component()),
        Optional.of(tax.rate().partsPerMillion()),
        Optional.of(tax.rule()),
        MoneyView.of(tax.amount()));
  }

  private static Optional<Instant> heldUntil(Booking booking) {
    return booking.lifecycle() instanceof AwaitingPayment(_, var until, _)
        ? Optional.of(until)
        : Optional.empty();
  }

  private static Optional<Cancellation> cancellation(Booking booking) {
    return booking.lifecycle() instanceof Cancelled(_, var by, var reason)
        ? Optional.of(new Cancellation(by.name(), reason))
        : Optional.empty();
  }
}
