package org.mercat.application;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.mercat.application.provider.port.SampleProviders;
import org.mercat.domain.catalog.Category;
import org.mercat.domain.catalog.LocationType;
import org.mercat.domain.catalog.Offering;
import org.mercat.domain.catalog.PaymentFlow;
import org.mercat.domain.catalog.PricingType;
import org.mercat.domain.catalog.Timing;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.provider.Place;
import org.mercat.domain.provider.Profile;
import org.mercat.domain.provider.Profile.Presentation;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxRegistration;

/** What the scenarios' providers are and offer (FEATURES 6). */
public final class Offers {

  public static final ZoneId TORONTO = ZoneId.of("America/Toronto");

  /** In Toronto, and registered for tax. */
  public static final Profile IN_ONTARIO = SampleProviders.profile("Paws of Toronto");

  /** In Montréal, and registered for tax. */
  public static final Profile IN_QUEBEC =
      new Profile(
          "Ménage Montréal",
          new Place(
              new Jurisdiction("CA", "QC"),
              new PostalCode("H2Y 1C6"),
              Optional.of("Montréal"),
              Optional.empty()),
          TORONTO,
          Optional.of(new TaxRegistration("123456782RT0001")),
          Optional.empty(),
          Presentation.NONE);

  /** A booking of two hours costs 75.00. */
  public static final Offering DOG_WALK = hourly("Dog walk", 3_750);

  /** A booking of three hours costs 135.00. */
  public static final Offering CLEANING = hourly("House cleaning", 4_500);

  /** One hour for 200.00, whatever happens. */
  public static final Offering PORTRAIT = offering("Portrait", PricingType.FIXED, 20_000);

  private Offers() {}

  public static Offering hourly(String title, long minor) {
    return offering(title, PricingType.HOURLY, minor);
  }

  /** One hour at the least, on the half hour, with a quarter of an hour to go. */
  public static Offering offering(String title, PricingType pricing, long minor) {
    return new Offering(
        title,
        "As agreed, at your place.",
        Category.OTHER,
        Optional.empty(),
        pricing,
        Money.of(minor, "CAD"),
        new Timing(
            Duration.ofHours(1), Duration.ofMinutes(30), Duration.ZERO, Duration.ofMinutes(15)),
        LocationType.ON_SITE,
        PaymentFlow.CAPTURE_HOLD);
  }
}
