package org.mercat.domain.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {

  private static final Coordinates TORONTO = new Coordinates(43.6532, -79.3832);
  private static final Coordinates MONTREAL = new Coordinates(45.5017, -73.5673);

  @Test
  void measures_the_way_between_two_cities() {
    assertThat(TORONTO.to(MONTREAL).metres()).isCloseTo(504_300, within(500L));
    assertThat(MONTREAL.to(TORONTO)).isEqualTo(TORONTO.to(MONTREAL));
    assertThat(TORONTO.to(TORONTO)).isEqualTo(new Distance(0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1, 111195", "0, 0, 1, 0, 111195", "0, 179.5, 0, -179.5, 111195",
    "60, 0, 60, 1, 55596", "90, 0, 90, 123, 0", "0, 0, 0, 180, 20015115",
    "-90, 0, 90, 0, 20015115", "2.5, 106.5, -2.5, -73.5, 20015115"
  })
  void measures_over_poles_and_the_date_line(
      double latitude, double longitude, double latitude2, double longitude2, long metres) {
    var from = new Coordinates(latitude, longitude);
    var to = new Coordinates(latitude2, longitude2);

    assertThat(from.to(to).metres()).isCloseTo(metres, within(1L));
  }

  @ParameterizedTest
  @CsvSource({
    "90.0001, 0",
    "-90.0001, 0",
    "0, 180.0001",
    "0, -180.0001",
    "NaN, 0",
    "0, NaN",
    "Infinity, 0"
  })
  void refuses_points_off_the_earth(double latitude, double longitude) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Coordinates(latitude, longitude));
  }

  @Test
  void distances_are_ordered_and_never_negative() {
    assertThat(Stream.of(new Distance(2), new Distance(0), new Distance(1)).sorted())
        .extracting(Distance::metres)
        .containsExactly(0L, 1L, 2L);
    assertThatIllegalArgumentException().isThrownBy(() -> new Distance(-1));
  }
}
