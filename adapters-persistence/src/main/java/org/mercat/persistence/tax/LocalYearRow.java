package org.mercat.persistence.tax;

import java.time.Year;
import java.util.List;
import org.mercat.application.shared.ZoneBook;
import org.mercat.domain.geo.Subdivision;
import org.mercat.domain.geo.Subdivisions;
import org.mercat.domain.shared.Zone;

/** When a year begins and ends at a place, as text that the database reads. */
record LocalYearRow(String country, String subdivision, String beginsAt, String endsAt) {

  /** At every place whose zone is known; elsewhere the zone is UTC. */
  static List<LocalYearRow> everywhere(Year year, ZoneBook zones) {
    return Subdivisions.ofCanada().stream()
        .map(place -> of(year, place, zones.zone(place.zone())))
        .toList();
  }

  private static LocalYearRow of(Year year, Subdivision place, Zone zone) {
    return new LocalYearRow(
        place.country(), place.code(), begin(year, zone), begin(year.plusYears(1), zone));
  }

  static String begin(Year year, Zone zone) {
    return zone.beginOf(year.atDay(1)).toString();
  }
}
