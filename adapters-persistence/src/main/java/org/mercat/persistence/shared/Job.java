package org.mercat.persistence.shared;

import java.time.Duration;

/**
 * Work that is done again and again, for one tenant at a time. It may run twice or on two nodes at
 * once when one of them was believed dead, so it takes each thing by a lock or a version.
 *
 * @param name unique and stable; the database knows the job by it
 * @param every how long it rests between two runs, by the system's clock
 * @param clock whose time says what is due in it
 */
public record Job(String name, Duration every, Due clock, Runnable work) {

  /** What makes the work of a job due. */
  public enum Due {
    BY_MARKET,
    BY_SYSTEM
  }
}
