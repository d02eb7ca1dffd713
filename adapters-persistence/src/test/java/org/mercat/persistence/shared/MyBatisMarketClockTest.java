package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.MarketClock;
import org.mercat.application.shared.MarketClockContract;
import org.mercat.application.shared.SettableClock;

class MyBatisMarketClockTest implements MarketClockContract {

  private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

  private final SettableClock system = new SettableClock(START);
  private final MyBatisMarketClock clock = new MyBatisMarketClock(TestDatabase.SESSIONS, system);

  @AfterEach
  void back_to_the_time_of_the_system() {
    clock.set(system.instant());
  }

  @Override
  public MarketClock clock() {
    return clock;
  }

  @Override
  public MarketClock onAnotherNode() {
    return new MyBatisMarketClock(TestDatabase.SESSIONS, system);
  }

  @Test
  void a_clock_that_nobody_set_shows_the_time_of_the_system() {
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void the_time_runs_with_the_system() {
    clock.set(START.plus(Duration.ofDays(30)));

    system.advance(Duration.ofMinutes(20));

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(30)).plusSeconds(1200));
  }

  @Test
  void another_node_follows_within_a_second() {
    var elsewhere = onAnotherNode();
    assertThat(elsewhere.instant()).isEqualTo(START);
    clock.set(START.plus(Duration.ofDays(30)));
    assertThat(elsewhere.instant()).isEqualTo(START);

    system.advance(Duration.ofSeconds(1));

    assertThat(elsewhere.instant()).isEqualTo(START.plus(Duration.ofDays(30)).plusSeconds(1));
  }

  @Test
  void the_time_may_be_asked_for_within_a_unit_of_work() {
    clock.set(START.plus(Duration.ofDays(30)));

    assertThat(TestDatabase.unitOfWork().run(onAnotherNode()::instant))
        .isEqualTo(START.plus(Duration.ofDays(30)));
  }
}
