package org.mercat.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a person shows beside the password, by the system's clock. A person has one at the most.
 *
 * @param begunAt when the secret was shown to the person
 * @param activeSince when the person has shown that an authenticator knows it; empty before
 * @param lastStep the step of the last code that was used, 0 if none was: no code of that step or
 *     of an earlier one is good (RFC 6238, section 5.2; ASVS 6.5.1)
 */
public record SecondFactor(
    UserId user, TotpSecret secret, Instant begunAt, Optional<Instant> activeSince, long lastStep) {

  /** So long a secret that was shown can be made the person's. */
  public static final Duration SETTING_UP = Duration.ofMinutes(10);

  /** A secret is shown that is going to be the person's. */
  public static SecondFactor begin(UserId user, TotpSecret secret, Instant now) {
    return new SecondFactor(user, secret, now, Optional.empty(), 0);
  }

  public boolean isActive() {
    return activeSince.isPresent();
  }

  /** Whether a code makes it the person's. */
  public boolean isBeingSetUp(Instant now) {
    return !isActive() && now.isBefore(begunAt.plus(SETTING_UP));
  }

  /** The step of the code; empty if it is none of ours, or not any more. */
  public OptionalLong stepOf(TotpCode code, Instant now) {
    var step = secret.stepOf(code, now);
    return step.isPresent() && step.getAsLong() > lastStep ? step : OptionalLong.empty();
  }
}
