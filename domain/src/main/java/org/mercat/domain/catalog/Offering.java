package org.mercat.domain.catalog;

import java.util.Optional;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.shared.Money;

/**
 * What a provider offers, in its own words and for its own price.
 *
 * @param coordinates where; the provider's place when empty
 * @param price of one unit of the pricing type
 */
public record Offering(
    String title,
    String description,
    Category category,
    Optional<Coordinates> coordinates,
    PricingType pricing,
    Money price,
    Timing timing,
    LocationType location,
    PaymentFlow paymentFlow) {

  public static final int LONGEST_TITLE = 120;
  public static final int LONGEST_DESCRIPTION = 5_000;

  public Offering {
    requireText(title, LONGEST_TITLE);
    requireText(description, LONGEST_DESCRIPTION);
    if (!isPrice(pricing, price)) {
      throw new IllegalArgumentException("no " + pricing + " price: " + price);
    }
  }

  /** Whether the amount can be a price of that type: only what is agreed on may be left open. */
  public static boolean isPrice(PricingType pricing, Money price) {
    return switch (pricing) {
      case FIXED, HOURLY, DAILY -> price.isPositive();
      case CUSTOM, QUOTE, CONTACT -> !price.isNegative();
    };
  }

  private static void requireText(String text, int longest) {
    if (text.isBlank() || text.codePointCount(0, text.length()) > longest) {
      throw new IllegalArgumentException("blank or longer than " + longest);
    }
  }
}
