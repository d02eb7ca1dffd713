package org.mercat.application.shared;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Driven port: the market's time. It moves holds, availability, tax days, policies and the times of
 * transitions and postings. It runs on from where it was set, for every node, across restarts.
 */
public interface MarketClock extends InstantSource {

  /** Sets the time, forward or back. Outside of tests the market's time is the system's. */
  void set(Instant now);
}
