package org.mercat.persistence.tax;

import java.time.Year;
import java.time.ZoneId;
import java.util.List;
import org.mercat.domain.geo.Subdivision;
import org.mercat.domain.geo.Subdivisions;

/** When a year begins and ends at a place, as text that the database reads. */
record LocalYearRow(String country, String subdivision, String beginsAt, String endsAt) {

  /** At every place whose zone is known; elsewhere the zone is UTC. */
  static List<LocalYearRow> everywhere(Year year) {
    return Subdivisions.ofCanada().stream().map(place -> of(year, place)).toList();
  }

  private static LocalYearRow of(Year year, Subdivision place) {
    return new LocalYearRow(
        place.country(),
        place.code(),
        begin(year, place.zone()),
        begin(year.plusYears(1), place.zone()));
  }

  static String begin(Year year, ZoneId zone) {
    return year.atDay(1).atStartOfDay(zone).toInstant().toString();
  }
}
