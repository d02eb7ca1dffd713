package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mercat.domain.identity.RecoveryCode;
import org.mercat.domain.identity.SecondFactor;
import org.mercat.domain.identity.UserId;

/**
 * Driven port: what persons show beside their passwords. Whoever reads what is kept can make no
 * code. Every adapter must pass {@code SecondFactorsContract}.
 */
public interface SecondFactors {

  /**
   * That of the person. Until the unit of work ends, whoever else asks in this way about the same
   * person, or signs that person in, waits.
   */
  Optional<SecondFactor> hold(UserId user);

  /** Keeps what somebody begins to set up in place of what was there, whatever that was. */
  void put(SecondFactor begun);

  /** Makes the one that is being set up the person's; does nothing if there is none. */
  void activate(UserId user, Instant now);

  /** Notes that a code of this step was told; of all who come with a step, one uses it. */
  Use use(UserId user, long step);

  /** Takes the recovery code away; of all who come with it, one uses it. */
  Use use(UserId user, RecoveryCode.Digest digest);

  /** Gives the person these recovery codes, in place of all before. */
  void replaceCodes(UserId user, List<RecoveryCode.Digest> codes);

  /** How many recovery codes are left. */
  int codesLeft(UserId user);

  /** Takes away what the person has, with the recovery codes. */
  void remove(UserId user);

  /** Whether the tenant at work wants one of its administrators, and the person has none. */
  boolean isMissing(UserId administrator);

  /** Forgets those that were begun before then and are nobody's yet; returns how many. */
  int prune(Instant before);

  /** What became of a code. */
  enum Use {
    USED,
    /** It is not good, or not any more. */
    REFUSED
  }
}
