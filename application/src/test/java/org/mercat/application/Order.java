package org.mercat.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mercat.application.Trade.Shop;
import org.mercat.application.booking.PlaceBooking;
import org.mercat.application.booking.PlaceBooking.Start;
import org.mercat.application.shared.Caller;
import org.mercat.domain.booking.Address;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.payment.PaymentMethod;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.Jurisdiction;

/** What a client orders, said bit by bit. */
public record Order(PlaceBooking.Command command) {

  /** One, on Tuesday at 10, for as long as the listing says, to be paid later. */
  public static Order of(Caller client, Shop shop) {
    return new Order(
        new PlaceBooking.Command(
            client,
            shop.listing(),
            new Start.At(Trade.TUESDAY),
            Optional.empty(),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  public Order at(Instant start) {
    return at(new Start.At(start));
  }

  public Order at(Start start) {
    return with(start, command.duration(), command.quantity(), command.address());
  }

  public Order lasting(Duration duration) {
    return with(command.start(), Optional.of(duration), command.quantity(), command.address());
  }

  public Order times(int quantity) {
    return with(command.start(), command.duration(), quantity, command.address());
  }

  public Order in(String subdivision) {
    var place = new Jurisdiction("CA", subdivision);
    var address = new Address(place, Optional.empty(), Optional.empty(), Optional.empty());
    return with(command.start(), command.duration(), command.quantity(), Optional.of(address));
  }

  public Order tipped(long minor) {
    return tipped(Money.of(minor, "CAD"));
  }

  public Order tipped(Money tip) {
    return with(Optional.of(tip), command.method());
  }

  public Order paidWith(PaymentMethod method) {
    return with(command.tip(), Optional.of(method.token()));
  }

  public Order of(ListingId listing) {
    return new Order(
        new PlaceBooking.Command(
            command.caller(),
            listing,
            command.start(),
            command.duration(),
            command.quantity(),
            command.address(),
            command.tip(),
            command.method()));
  }

  private Order with(
      Start start, Optional<Duration> duration, int quantity, Optional<Address> address) {
    return new Order(
        new PlaceBooking.Command(
            command.caller(),
            command.listing(),
            start,
            duration,
            quantity,
            address,
            command.tip(),
            command.method()));
  }

  private Order with(Optional<Money> tip, Optional<String> method) {
    return new Order(
        new PlaceBooking.Command(
            command.caller(),
            command.listing(),
            command.start(),
            command.duration(),
            command.quantity(),
            command.address(),
            tip,
            method));
  }
}
