package org.mercat.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mercat.payments.sandbox.DeliveryRules.Journey;

class DeliveryRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-16T12:00:00Z");

  @Test
  void usually_an_event_is_on_its_way_for_a_fifth_of_a_second_and_arrives_once() {
    assertThat(journeys(DeliveryRules.USUAL)).containsOnly(new Journey(NOW.plusMillis(200), 1, 0));
  }

  @Test
  void the_same_seed_treats_the_same_events_in_the_same_way() {
    assertThat(journeys(wild(7))).isEqualTo(journeys(wild(7))).isNotEqualTo(journeys(wild(8)));
  }

  @Test
  void about_so_many_of_a_thousand_are_doubled_lost_and_late() {
    var journeys = journeys(wild(7));

    assertThat(journeys.stream().filter(journey -> journey.copies() == 2).count())
        .isBetween(150L, 250L);
    assertThat(journeys.stream().filter(journey -> journey.misses() == 1).count())
        .isBetween(70L, 130L);
    assertThat(journeys.stream().map(Journey::dueAt))
        .allMatch(due -> !due.isBefore(NOW) && !due.isAfter(NOW.plusMillis(800)));
    assertThat(journeys.stream().map(Journey::dueAt).distinct().count()).isGreaterThan(300);
  }

  @Test
  void rules_that_make_no_sense_cannot_be_made() {
    assertThatThrownBy(() -> new DeliveryRules(false, -1, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DeliveryRules(false, 0, 0, 1_001, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static DeliveryRules wild(long seed) {
    return new DeliveryRules(false, 0, 800, 200, 100, seed);
  }

  private static List<Journey> journeys(DeliveryRules rules) {
    return LongStream.range(0, 1_000).mapToObj(number -> rules.journey(number, NOW)).toList();
  }
}
