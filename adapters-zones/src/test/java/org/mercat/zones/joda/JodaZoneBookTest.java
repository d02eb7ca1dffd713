package org.mercat.zones.joda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mercat.application.shared.ZoneBook;
import org.mercat.application.shared.ZoneBook.Edition;
import org.mercat.application.shared.ZoneBookContract;

class JodaZoneBookTest implements ZoneBookContract {

  private final ZoneBook zones = JodaZoneBook.shipped();

  @Override
  public ZoneBook zones() {
    return zones;
  }

  @Test
  void says_which_data_are_shipped() {
    assertThat(zones.edition()).isEqualTo(new Edition("2026f", "joda-time 2.15.1"));
  }

  @Test
  void works_a_zone_out_once() {
    assertThat(zones.zone(TORONTO)).isSameAs(zones.zone(TORONTO));
  }

  /**
   * British Columbia, Alberta, the Northwest Territories and Manitoba changed their clocks for the
   * last time in March 2026; a virtual machine that is older does not know.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "America/St_Johns,   -03:30, -02:30, -03:30, -03:30",
    "America/Halifax,    -04:00, -03:00, -04:00, -04:00",
    "America/Moncton,    -04:00, -03:00, -04:00, -04:00",
    "America/Toronto,    -05:00, -04:00, -05:00, -05:00",
    "America/Iqaluit,    -05:00, -04:00, -05:00, -05:00",
    "America/Winnipeg,   -06:00, -05:00, -05:00, -05:00",
    "America/Regina,     -06:00, -06:00, -06:00, -06:00",
    "America/Edmonton,   -07:00, -06:00, -06:00, -06:00",
    "America/Yellowknife,-07:00, -06:00, -06:00, -06:00",
    "America/Inuvik,     -07:00, -06:00, -06:00, -06:00",
    "America/Vancouver,  -08:00, -07:00, -07:00, -07:00",
    "America/Whitehorse, -07:00, -07:00, -07:00, -07:00"
  })
  void knows_what_canada_has_decided_in_2026(
      String name, String winter, String summer, String nextWinter, String theOneAfter) {
    var zone = zones.zone(ZoneId.of(name));

    assertThat(zone.rules().getOffset(Instant.parse("2026-02-15T12:00:00Z")))
        .isEqualTo(ZoneOffset.of(winter));
    assertThat(zone.rules().getOffset(Instant.parse("2026-07-15T12:00:00Z")))
        .isEqualTo(ZoneOffset.of(summer));
    assertThat(zone.rules().getOffset(Instant.parse("2026-11-15T12:00:00Z")))
        .isEqualTo(ZoneOffset.of(nextWinter));
    assertThat(zone.rules().getOffset(Instant.parse("2027-12-15T12:00:00Z")))
        .isEqualTo(ZoneOffset.of(theOneAfter));
  }
}
