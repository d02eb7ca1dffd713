package org.mercat.domain.tax;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.mercat.domain.geo.Subdivision;
import org.mercat.domain.geo.Subdivisions;

/**
 * A place of supply: country (ISO 3166-1 alpha-2, {@code CA}) and the subdivision's part of its ISO
 * 3166-2 code ({@code ON}).
 */
public record Jurisdiction(String country, String subdivision) {

  public Jurisdiction {
    if (!Subdivisions.isPlace(country, subdivision)) {
      throw new IllegalArgumentException("no such place: " + country + "-" + subdivision);
    }
  }

  public static Optional<Jurisdiction> parse(String country, String subdivision) {
    return Subdivisions.isPlace(country, subdivision)
        ? Optional.of(new Jurisdiction(country, subdivision))
        : Optional.empty();
  }

  /** The zone whose calendar counts for taxes here; UTC where no subdivision is known. */
  public ZoneId zone() {
    return Subdivisions.find(country, subdivision).map(Subdivision::zone).orElse(ZoneOffset.UTC);
  }
}
