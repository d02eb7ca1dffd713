package org.mercat.persistence.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The system's time, as exact as the database keeps it: what is written comes back equal. */
public final class SystemClock implements InstantSource {

  private final Clock clock = Clock.systemUTC();

  @Override
  public Instant instant() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
