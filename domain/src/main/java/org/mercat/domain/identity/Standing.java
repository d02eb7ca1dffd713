package org.mercat.domain.identity;

import java.time.Duration;
import java.time.Instant;

/** Whether an account is open to its owner, and why not. */
public sealed interface Standing {

  record Open() implements Standing {}

  /** Kept closed by an administrator, for a while. */
  record Suspended(String reason, Instant at) implements Standing {}

  /** Kept closed by an administrator, for good. */
  record Banned(String reason, Instant at) implements Standing {}

  /** Deleted by its owner; the address is free for another account (C-37). */
  record Closed(Instant at) implements Standing {

    /** For so long an administrator can bring the account back. */
    public static final Duration RECOVERABLE = Duration.ofDays(30);

    boolean isRecoverable(Instant now) {
      return now.isBefore(at.plus(RECOVERABLE));
    }
  }
}
