package org.mercat.application.booking.port;

import java.time.ZoneId;
import java.util.Optional;
import org.mercat.domain.availability.SlotRules;
import org.mercat.domain.availability.WeeklyHours;
import org.mercat.domain.catalog.ListingId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxCategory;

/**
 * Driven port: what booking needs to know of a listing and its provider, in booking's own words;
 * see {@code ServiceOffersContract}.
 */
public interface ServiceOffers {

  /** The offer of a listing that anybody may book; empty when there is none, or not now. */
  Optional<Offer> find(ListingId listing);

  /**
   * What a provider offers.
   *
   * @param owner the person behind the provider
   * @param category of the listing
   * @param payable whether the provider can be paid out
   * @param paidDirectly whether its clients pay the provider himself, and no gateway
   * @param taxRegistered whether the provider collects tax
   * @param place where the provider is
   * @param zone where its hours are read
   * @param rules the length is the one of the listing, the shortest where the price is hourly
   */
  record Offer(
      ListingId listing,
      ProviderId provider,
      UserId owner,
      TaxCategory category,
      boolean payable,
      boolean paidDirectly,
      boolean taxRegistered,
      Jurisdiction place,
      ZoneId zone,
      WeeklyHours hours,
      SlotRules rules,
      Pricing pricing,
      Money price,
      ServedAt servedAt) {}

  /** How the price of an offer is meant. */
  enum Pricing {
    FIXED,
    HOURLY,
    DAILY,
    /** Only by an agreement made before; cannot be booked as it stands. */
    BY_AGREEMENT
  }

  /** Where the service is done, which decides where it is taxed. */
  enum ServedAt {
    ON_SITE,
    REMOTE,
    BOTH
  }
}
