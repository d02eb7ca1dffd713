package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link MarketClock} promises. */
public interface MarketClockContract {

  /** Longer than a test takes. */
  Duration WHILE = Duration.ofHours(1);

  MarketClock clock();

  /** The same market's clock, as another node reads it. */
  MarketClock onAnotherNode();

  @Test
  default void the_time_runs_on_from_where_it_was_set() {
    var set = Instant.parse("2031-02-03T04:05:06Z");

    clock().set(set);

    assertThat(clock().instant()).isBetween(set, set.plus(WHILE));
  }

  @Test
  default void the_time_may_be_set_back() {
    clock().set(Instant.parse("2031-02-03T04:05:06Z"));
    var back = Instant.parse("2026-11-15T14:00:00Z");

    clock().set(back);

    assertThat(clock().instant()).isBetween(back, back.plus(WHILE));
  }

  @Test
  default void every_node_reads_the_same_time() {
    var set = Instant.parse("2031-02-03T04:05:06Z");

    clock().set(set);

    assertThat(onAnotherNode().instant()).isBetween(set, set.plus(WHILE));
  }
}
