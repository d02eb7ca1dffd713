package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.mercat.domain.shared.Zone;

class InMemoryZoneBookTest implements ZoneBookContract {

  private final InMemoryZoneBook zones = new InMemoryZoneBook();

  @Override
  public ZoneBook zones() {
    return zones;
  }

  @Test
  void a_test_may_change_a_zone() {
    var lasting = new Zone(ZoneId.of("America/Toronto"), ZoneOffset.ofHours(-4).getRules());

    zones.change("2030a", lasting);

    assertThat(zones.zone(lasting.id())).isEqualTo(lasting);
    assertThat(zones.edition().version()).isEqualTo("2030a");
  }
}
