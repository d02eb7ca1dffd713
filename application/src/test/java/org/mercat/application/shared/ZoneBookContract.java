package org.mercat.application.shared;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ZoneBook.UnknownZone;
import org.mercat.domain.geo.Subdivision;
import org.mercat.domain.geo.Subdivisions;
import org.mercat.domain.shared.Zone;

/** What every adapter of {@link ZoneBook} promises; what no edition has ever changed. */
public interface ZoneBookContract {

  ZoneId TORONTO = ZoneId.of("America/Toronto");
  ZoneOffset SUMMER = ZoneOffset.ofHours(-4);
  ZoneOffset WINTER = ZoneOffset.ofHours(-5);

  ZoneBook zones();

  @Test
  default void a_zone_bears_its_own_name() {
    assertThat(zones().zone(TORONTO).id()).isEqualTo(TORONTO);
  }

  @Test
  default void a_zone_that_is_another_by_now_keeps_its_name() {
    var montreal = ZoneId.of("America/Montreal");

    assertThat(zones().zone(montreal).id()).isEqualTo(montreal);
    assertThat(zones().zone(montreal).rules()).isEqualTo(zones().zone(TORONTO).rules());
  }

  @Test
  default void clocks_show_what_the_season_says() {
    var toronto = zones().zone(TORONTO);

    assertThat(toronto.localOf(Instant.parse("2025-07-01T16:00:00Z")))
        .isEqualTo("2025-07-01T12:00:00");
    assertThat(toronto.localOf(Instant.parse("2025-12-01T17:00:00Z")))
        .isEqualTo("2025-12-01T12:00:00");
  }

  @Test
  default void an_hour_is_left_out_in_spring() {
    var toronto = zones().zone(TORONTO);
    var skipped = LocalDateTime.parse("2025-03-09T02:30:00");

    assertThat(toronto.offsetsOf(skipped)).isEmpty();
    assertThat(toronto.firstOf(skipped)).isEqualTo("2025-03-09T07:00:00Z");
  }

  @Test
  default void an_hour_repeats_in_autumn() {
    var toronto = zones().zone(TORONTO);
    var repeated = LocalDateTime.parse("2025-11-02T01:30:00");

    assertThat(toronto.offsetsOf(repeated)).containsExactly(SUMMER, WINTER);
    assertThat(toronto.firstOf(repeated)).isEqualTo("2025-11-02T05:30:00Z");
  }

  @Test
  default void a_day_begins_with_its_first_moment() {
    var santiago = zones().zone(ZoneId.of("America/Santiago"));

    assertThat(santiago.beginOf(LocalDate.parse("2024-09-08"))).isEqualTo("2024-09-08T04:00:00Z");
    assertThat(santiago.localOf(Instant.parse("2024-09-08T04:00:00Z")))
        .isEqualTo("2024-09-08T01:00:00");
  }

  @Test
  default void a_zone_without_seasons_is_known() {
    var utc = ZoneId.of("UTC");

    assertThat(zones().zone(utc)).isEqualTo(new Zone(utc, UTC.getRules()));
  }

  @Test
  default void an_offset_is_a_zone_of_its_own() {
    assertThat(zones().zone(SUMMER)).isEqualTo(Zone.at(SUMMER));
    assertThat(zones().zone(UTC)).isEqualTo(Zone.UTC);
  }

  @Test
  default void what_no_place_is_called_is_no_zone() {
    var nowhere = ZoneId.of("UTC+05:00");

    assertThat(zones().find(nowhere)).isEmpty();
    assertThatThrownBy(() -> zones().zone(nowhere))
        .isInstanceOf(UnknownZone.class)
        .hasMessageContaining("UTC+05:00");
  }

  @Test
  default void every_province_and_territory_has_a_zone() {
    assertThat(zones().known())
        .containsAll(Subdivisions.ofCanada().stream().map(Subdivision::zone).toList())
        .contains(ZoneId.of("UTC"), ZoneId.of("Europe/Paris"))
        .doesNotContain(SUMMER);
  }

  @Test
  default void whatever_is_known_is_found() {
    assertThat(zones().known()).allMatch(id -> zones().find(id).isPresent());
  }

  @Test
  default void the_edition_is_one_of_the_iana() {
    assertThat(zones().edition().version()).matches("20[0-9]{2}[a-z]");
    assertThat(zones().edition().source()).isNotBlank();
  }
}
