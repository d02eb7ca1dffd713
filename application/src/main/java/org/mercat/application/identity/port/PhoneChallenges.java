package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.identity.PhoneChallenge;
import org.mercat.domain.identity.UserId;

/**
 * Driven port: what is kept of the codes that were sent to telephones. Every adapter must pass
 * {@code PhoneChallengesContract}.
 */
public interface PhoneChallenges {

  /** Keeps it in place of an earlier one of the same person. */
  Kept put(PhoneChallenge challenge);

  /** Counts one more try and tells what there is with it; of all who come at once, each counts. */
  Optional<PhoneChallenge> tryOnce(UserId user);

  /** Takes away the one that was sent then; of all who come at once, one does. */
  Taken take(UserId user, Instant sentAt);

  /** Forgets those that were sent before then; returns how many. */
  int prune(Instant before);

  /** What became of a new challenge. */
  enum Kept {
    KEPT,
    /** The one before was sent less than {@link PhoneChallenge#PAUSE} ago, and stays. */
    TOO_SOON
  }

  enum Taken {
    TAKEN,
    GONE
  }
}
