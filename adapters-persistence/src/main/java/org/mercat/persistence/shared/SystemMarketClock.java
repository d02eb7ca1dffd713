package org.mercat.persistence.shared;

import java.time.Instant;
import org.mercat.application.shared.MarketClock;

/** The market lives by the system's time, and nobody sets it. */
public final class SystemMarketClock implements MarketClock {

  private final SystemClock system;

  public SystemMarketClock(SystemClock system) {
    this.system = system;
  }

  @Override
  public Instant instant() {
    return system.instant();
  }

  @Override
  public void set(Instant now) {
    throw new IllegalStateException("the market's time can be set in the profile test only");
  }
}
