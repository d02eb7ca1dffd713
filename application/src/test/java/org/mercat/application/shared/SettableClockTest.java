package org.mercat.application.shared;

import java.time.Instant;

class SettableClockTest implements MarketClockContract {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-15T14:00:00Z"));

  @Override
  public MarketClock clock() {
    return clock;
  }

  @Override
  public MarketClock onAnotherNode() {
    return clock;
  }
}
