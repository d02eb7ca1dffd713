package org.mercat.rest.catalog;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.mercat.domain.catalog.Category;
import org.mercat.domain.catalog.LocationType;
import org.mercat.domain.catalog.PaymentFlow;
import org.mercat.domain.catalog.PricingType;

/** What the words of the catalog are on the wire: those of the domain in lower case. */
final class CatalogWords {

  static final Map<String, Category> CATEGORIES = words(Category.values());
  static final Map<String, PricingType> PRICING_TYPES = words(PricingType.values());
  static final Map<String, LocationType> LOCATION_TYPES = words(LocationType.values());
  static final Map<String, PaymentFlow> PAYMENT_FLOWS = words(PaymentFlow.values());

  private CatalogWords() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> Map<String, E> words(E[] constants) {
    return Arrays.stream(constants)
        .collect(toUnmodifiableMap(CatalogWords::of, Function.identity()));
  }
}
