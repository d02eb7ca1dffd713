package org.mercat.application.booking.port;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.mercat.application.shared.TimeOrderedIds;
import org.mercat.domain.booking.Address;
import org.mercat.domain.booking.Booking;
import org.mercat.domain.booking.Booking.Transition;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.booking.BookingTerms;
import org.mercat.domain.booking.CancellationPolicy;
import org.mercat.domain.booking.Price;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.fee.CustomerFeeTerms;
import org.mercat.domain.fee.FeeTariff;
import org.mercat.domain.fee.FeeTerms;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.Tax;
import org.mercat.domain.tax.TaxComponent;
import org.mercat.domain.tax.TaxRate;

/** Bookings for the contracts of this context and of those around it. */
public final class SampleBookings {

  public static final Instant NOON = Instant.parse("2030-01-08T17:00:00Z");
  public static final Instant A_WEEK_BEFORE = NOON.minus(Duration.ofDays(7));
  public static final TaxRate HST = new TaxRate(TaxComponent.HST, Rate.percent(13), "ca-on-hst");

  /** 4.75 on 75.00, of which 0.62 HST is charged. */
  public static final CustomerFeeTerms ON_TOP =
      new CustomerFeeTerms(
          Rate.percent(5),
          Optional.of(Money.of(100, "CAD")),
          List.of(HST),
          true,
          "everybody:01990dff-8e12-7b64-93c5-0a1b2c3d4e5f:v1");

  public static final FeeTerms FEE = FeeTariff.INITIAL.terms(List.of());

  /** A client, a provider and a listing; a database has to know them before their bookings. */
  public record Parties(UserId client, ProviderId provider, ListingId listing) {
    public static Parties any() {
      return new Parties(
          new UserId(TimeOrderedIds.next()),
          new ProviderId(TimeOrderedIds.next()),
          new ListingId(TimeOrderedIds.next()));
    }
  }

  private SampleBookings() {}

  /** A booking of one hour at that time, with half an hour kept free after it. */
  public static Booking placed(BookingId id, Parties parties, Instant from) {
    return Booking.place(id, terms(parties, from), Optional.empty(), A_WEEK_BEFORE).booking();
  }

  /** The same, with a fee of the client on top. */
  public static Booking placedOnTop(BookingId id, Parties parties, Instant from) {
    var terms = terms(parties, from, Optional.of(ON_TOP));
    return Booking.place(id, terms, Optional.empty(), A_WEEK_BEFORE).booking();
  }

  /** The same, being paid. */
  public static Booking beingPaid(BookingId id, Parties parties, Instant from) {
    return Booking.place(id, terms(parties, from), Optional.of("sbx_ok"), A_WEEK_BEFORE).booking();
  }

  public static Booking done(Transition transition) {
    return switch (transition) {
      case Transition.Done(var booking, _) -> booking;
      case Transition.Refused(var why) -> throw new IllegalArgumentException(why.name());
    };
  }

  private static BookingTerms terms(Parties parties, Instant from) {
    return terms(parties, from, Optional.empty());
  }

  private static BookingTerms terms(
      Parties parties, Instant from, Optional<CustomerFeeTerms> onTop) {
    var slot = TimeSlot.of(from, Duration.ofHours(1));
    var service = Money.of(7_500, "CAD");
    return new BookingTerms(
        parties.client(),
        parties.provider(),
        parties.listing(),
        slot,
        slot.widened(Duration.ZERO, Duration.ofMinutes(30)),
        ZoneId.of("America/Toronto"),
        new Jurisdiction("CA", "ON"),
        Optional.of(
            new Address(
                new Jurisdiction("CA", "ON"),
                Optional.of("Toronto"),
                Optional.of("M5V 3L9"),
                Optional.empty())),
        new Price(service, Tax.on(service, List.of(HST)), Money.of(500, "CAD"), onTop),
        CancellationPolicy.MODERATE,
        false);
  }
}
