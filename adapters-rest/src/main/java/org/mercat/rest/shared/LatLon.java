package org.mercat.rest.shared;

import java.math.BigDecimal;
import java.util.Optional;
import org.mercat.domain.geo.Coordinates;
import org.mercat.rest.shared.Violation.Code;

/** The members {@code lat} and {@code lon} of a body: both of them, or none. */
public record LatLon(Optional<BigDecimal> lat, Optional<BigDecimal> lon) {

  public static LatLon of(Optional<Coordinates> coordinates) {
    return new LatLon(
        coordinates.map(at -> BigDecimal.valueOf(at.latitude())),
        coordinates.map(at -> BigDecimal.valueOf(at.longitude())));
  }

  /** What is wrong when only one of them is there. */
  public Optional<Violation> violation() {
    if (lat.isPresent() == lon.isPresent()) {
      return Optional.empty();
    }
    var missing = lat.isPresent() ? "/lon" : "/lat";
    return Optional.of(
        new Violation(missing, Code.REQUIRED, "is missing: lat and lon go together"));
  }

  /** The place, unless one of them is missing. */
  public Optional<Coordinates> coordinates() {
    return lat.flatMap(
        north -> lon.map(east -> new Coordinates(north.doubleValue(), east.doubleValue())));
  }
}
