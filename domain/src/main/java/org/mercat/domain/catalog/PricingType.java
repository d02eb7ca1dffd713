package org.mercat.domain.catalog;

/** What one unit of a price buys. */
public enum PricingType {
  FIXED,
  HOURLY,
  DAILY,
  /** Agreed on for each customer. */
  CUSTOM,
  /** Offered on request. */
  QUOTE,
  /** Not to be booked online. */
  CONTACT
}
