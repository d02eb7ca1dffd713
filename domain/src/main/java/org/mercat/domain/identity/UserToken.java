package org.mercat.domain.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * What is kept of a token that was sent to a person; all its times are by the system's clock. A
 * person has one token for each purpose at the most.
 *
 * @param email where it was sent
 */
public record UserToken(
    UserId user,
    Purpose purpose,
    OneTimeToken.Digest digest,
    EmailAddress email,
    Instant issuedAt,
    Instant expiresAt) {

  /** The next one for the same purpose is sent after so long. */
  public static final Duration PAUSE = Duration.ofMinutes(1);

  /** What its owner may do with it, and for how long. */
  public enum Purpose {
    /** Show that the address of the account is his. */
    VERIFY_EMAIL(Duration.ofHours(24)),
    /** Be reached at another address from now on. */
    CHANGE_EMAIL(Duration.ofHours(24)),
    /** Choose another password without knowing the present one. */
    RESET_PASSWORD(Duration.ofHours(1));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }

    public Duration life() {
      return life;
    }
  }

  public static UserToken issue(
      UserId user, Purpose purpose, OneTimeToken token, EmailAddress email, Instant now) {
    return new UserToken(user, purpose, token.digest(), email, now, now.plus(purpose.life()));
  }

  public boolean isGood(Instant now) {
    return now.isBefore(expiresAt);
  }
}
