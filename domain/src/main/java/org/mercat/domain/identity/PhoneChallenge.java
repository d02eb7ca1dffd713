package org.mercat.domain.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * What is kept of a code that was sent to a telephone, by the system's clock. A person has one at
 * the most.
 *
 * @param code hashed as passwords are, with a salt (ASVS 6.5.2)
 * @param tries how often somebody has tried to tell the code
 */
public record PhoneChallenge(
    UserId user, PhoneNumber number, PasswordHash code, int tries, Instant sentAt) {

  /** The longest that ASVS 6.5.5 allows. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  /** The next code is sent after so long. */
  public static final Duration PAUSE = Duration.ofMinutes(1);

  /** So often a code may be tried: five in a million is as good as a guess gets. */
  public static final int MOST_TRIES = 5;

  public static PhoneChallenge send(
      UserId user, PhoneNumber number, PasswordHash code, Instant now) {
    return new PhoneChallenge(user, number, code, 0, now);
  }

  public Instant expiresAt() {
    return sentAt.plus(LIFE);
  }

  /** Whether a try that is counted already may be right. */
  public boolean isGood(Instant now) {
    return tries <= MOST_TRIES && now.isBefore(expiresAt());
  }
}
