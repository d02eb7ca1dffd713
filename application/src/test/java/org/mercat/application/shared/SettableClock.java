package org.mercat.application.shared;

import java.time.Duration;
import java.time.Instant;

/** A market whose time stands still until it is set. */
public final class SettableClock implements MarketClock {

  private volatile Instant now;

  public SettableClock(Instant now) {
    this.now = now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void set(Instant now) {
    this.now = now;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}
