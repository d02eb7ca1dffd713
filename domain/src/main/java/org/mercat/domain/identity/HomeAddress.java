package org.mercat.domain.identity;

import java.util.Optional;
import org.mercat.domain.geo.Coordinates;
import org.mercat.domain.geo.PostalCode;
import org.mercat.domain.geo.Subdivisions;

/**
 * Where a person lives, as far as he says.
 *
 * @param subdivision the part of the ISO 3166-2 code after the hyphen
 * @param country ISO 3166-1 alpha-2
 * @param coordinates where that is on the earth, as far as he says
 */
public record HomeAddress(
    Optional<String> line1,
    Optional<String> line2,
    Optional<String> city,
    Optional<String> subdivision,
    Optional<PostalCode> postalCode,
    Optional<String> country,
    Optional<Coordinates> coordinates) {

  public static final int LONGEST_LINE = 200;
  public static final int LONGEST_CITY = 100;

  /** Nothing is said. */
  public static final HomeAddress NONE =
      new HomeAddress(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public HomeAddress {
    if (subdivision.isPresent() && !isPlace(country, subdivision.get())) {
      throw new IllegalArgumentException("no subdivision of the country");
    }
    if (postalCode.isPresent() && country.isEmpty()) {
      throw new IllegalArgumentException("a postal code is one of a country");
    }
  }

  /** Whether the country is said and has such a subdivision. */
  public static boolean isPlace(Optional<String> country, String subdivision) {
    return country.filter(named -> Subdivisions.isPlace(named, subdivision)).isPresent();
  }
}
