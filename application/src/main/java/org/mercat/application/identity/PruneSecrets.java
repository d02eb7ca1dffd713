package org.mercat.application.identity;

import java.time.InstantSource;
import org.mercat.application.identity.port.FailureCounts;
import org.mercat.application.identity.port.PhoneChallenges;
import org.mercat.application.identity.port.SecondFactors;
import org.mercat.application.identity.port.UserTokens;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.SignInFailures;

/**
 * Forgets tokens and codes that are good for nothing any more, second factors that were never set
 * up, and failures of long ago.
 */
public final class PruneSecrets {

  private final UserTokens tokens;
  private final PhoneChallenges challenges;
  private final SecondFactors factors;
  private final FailureCounts failures;
  private final UnitOfWork unitOfWork;
  private final InstantSource system;

  public PruneSecrets(
      UserTokens tokens,
      PhoneChallenges challenges,
      SecondFactors factors,
      FailureCounts failures,
      UnitOfWork unitOfWork,
      InstantSource system) {
    this.tokens = tokens;
    this.challenges = challenges;
    this.factors = factors;
    this.failures = failures;
    this.unitOfWork = unitOfWork;
    this.system = system;
  }

  /** Returns how many things it has forgotten. */
  public int handle() {
    var now = system.instant();
    return unitOfWork.run(
        () ->
            tokens.prune(now)
                + challenges.prune(now.minus(PhoneChallenge.LIFE))
                + factors.prune(now.minus(SecondFactor.SETTING_UP))
                + failures.prune(now.minus(SignInFailures.MEMORY)));
  }
}
