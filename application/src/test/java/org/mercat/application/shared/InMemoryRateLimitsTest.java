package org.mercat.application.shared;

import java.time.Instant;

class InMemoryRateLimitsTest implements RateLimitsContract {

  private final SettableClock system = new SettableClock(Instant.parse("2026-11-21T09:00:00Z"));
  private final RateLimits limits = new InMemoryRateLimits(system);

  @Override
  public RateLimits limits() {
    return limits;
  }

  @Override
  public RateLimits onAnotherNode() {
    return limits;
  }

  @Override
  public SettableClock system() {
    return system;
  }
}
