package org.mercat.domain.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubdivisionsTest {

  @Test
  void canada_has_ten_provinces_and_three_territories() {
    assertThat(Subdivisions.ofCanada())
        .extracting(Subdivision::code)
        .containsExactlyInAnyOrder(
            "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT");
  }

  @Test
  void knows_the_zone_of_a_province() {
    assertThat(Subdivisions.find("CA", "SK"))
        .map(Subdivision::zone)
        .contains(ZoneId.of("America/Regina"));
    assertThat(Subdivisions.find("US", "NY")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "CA, ON, true", "CA, XX, false", "CA, on, false", "CA, '', false", "US, NY, true",
    "FR, 75, true", "GB, ENG, true", "XX, NY, false", "us, NY, false", "US, New York, false",
    "US, '', false", "'', ON, false"
  })
  void tells_places_from_what_is_none(String country, String code, boolean place) {
    assertThat(Subdivisions.isPlace(country, code)).isEqualTo(place);
  }

  @Test
  void knows_the_countries() {
    assertThat(Subdivisions.isCountry("CA")).isTrue();
    assertThat(Subdivisions.isCountry("ZZ")).isFalse();
  }
}
