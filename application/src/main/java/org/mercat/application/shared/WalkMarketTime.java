package org.mercat.application.shared;

import java.time.Instant;

/** A test walks through the market's time: what falls due on the way has happened afterwards. */
public final class WalkMarketTime {

  private final MarketClock clock;
  private final Runnable dueJobs;

  public WalkMarketTime(MarketClock clock, Runnable dueJobs) {
    this.clock = clock;
    this.dueJobs = dueJobs;
  }

  /** Sets the time, forward or back, and does what is due by it; returns the time then. */
  public Instant handle(Instant now) {
    clock.set(now);
    dueJobs.run();
    return clock.instant();
  }
}
