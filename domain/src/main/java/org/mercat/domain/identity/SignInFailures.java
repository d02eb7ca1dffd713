package org.mercat.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Wrong passwords, or wrong codes, one after the other, and how they keep out whoever tries the
 * next one: at the limit for a minute, then for twice as long each time, a quarter of an hour at
 * the most (ASVS 6.3.1).
 *
 * @param last when the last one was told, by the system's clock
 */
public record SignInFailures(int count, Instant last) {

  /** Nobody has told a wrong one. */
  public static final SignInFailures NONE = new SignInFailures(0, Instant.EPOCH);

  /** After so long without another one they are forgotten. */
  public static final Duration MEMORY = Duration.ofDays(1);

  private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
  private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 10;

  /** Whose failures are counted together. */
  public enum Scope {
    /** One account from one place, be it an address in the network or a session. */
    PLACE(5),
    /** One account from everywhere, so that many places together are no way round. */
    ACCOUNT(20),
    /** The codes of one account: whoever gets so far knows its password. */
    CODE(5);

    private final int limit;

    Scope(int limit) {
      this.limit = limit;
    }

    public int limit() {
      return limit;
    }
  }

  /** Until when nobody may try another one; empty if everybody may. */
  public Optional<Instant> lockedUntil(Scope scope, Instant now) {
    if (count < scope.limit()) {
      return Optional.empty();
    }
    var doublings = Math.min(count - scope.limit(), MOST_DOUBLINGS);
    var lock = FIRST_LOCK.multipliedBy(1L << doublings);
    return Optional.of(last.plus(lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK))
        .filter(now::isBefore);
  }

  /** Whether the last one is the one at which the first lock begins. */
  public boolean beginsLock(Scope scope) {
    return count == scope.limit();
  }
}
