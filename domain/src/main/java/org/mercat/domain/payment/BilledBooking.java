package org.mercat.domain.payment;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.TimeSlot;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxRegistration;

/**
 * What an invoice says of a booking beside its amounts. It is copied when the invoice is issued:
 * who is renamed or moves afterwards does not change what was sent.
 *
 * @param sources where the laws can be read up that the tax lines name, by the names of their rules
 */
public record BilledBooking(
    Seller seller, Buyer buyer, Supplied supplied, Map<String, String> sources) {

  public BilledBooking {
    sources = Map.copyOf(sources);
  }

  /**
   * Who sells.
   *
   * @param zone whose calendar says in which year an invoice is issued
   */
  public record Seller(
      ProviderId provider,
      String name,
      Jurisdiction place,
      String postalCode,
      Optional<String> city,
      Optional<TaxRegistration> registration,
      ZoneId zone) {}

  /** Who pays. */
  public record Buyer(UserId client, String name) {}

  /**
   * What was bought.
   *
   * @param zone where its time is read
   * @param place where it is supplied, which decides its taxes
   */
  public record Supplied(String title, TimeSlot slot, ZoneId zone, Jurisdiction place) {}
}
