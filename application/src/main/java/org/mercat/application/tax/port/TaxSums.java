package org.mercat.application.tax.port;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.provider.ProviderId;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;
import org.mercat.domain.tax.Jurisdiction;
import org.mercat.domain.tax.TaxComponent;

/**
 * Driven port: what was sold and taxed, by the lines that were kept of the payments. A sale is of
 * the time at which its money was taken, and what has gone back of it is counted there, too. Every
 * adapter must pass {@code TaxSumsContract}.
 */
public interface TaxSums {

  /** What a client was charged in a year, by the calendars of the places of supply. */
  List<Sum> ofClient(UserId client, Year year);

  /** What a provider has charged in a year, by the calendars of the places of supply. */
  List<Sum> ofProvider(ProviderId provider, Year year);

  /** What a provider has sold for Canadian dollars in that time, before tax and without tips. */
  Money sold(ProviderId provider, Instant from, Instant to);

  /**
   * The lines of one tax at one place, in the order of places, taxes and rates.
   *
   * @param base what it was levied on
   * @param refunded what of the charged tax has gone back
   */
  record Sum(
      Jurisdiction place,
      TaxComponent component,
      Rate rate,
      Money base,
      Money charged,
      Money refunded) {

    /** What was charged and has not gone back. */
    public Money kept() {
      return charged.minus(refunded);
    }
  }
}
