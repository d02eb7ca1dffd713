package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Optional;
import org.mercat.domain.identity.OneTimeToken;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.identity.UserToken;
import org.mercat.domain.identity.UserToken.Purpose;

/**
 * Driven port: what is kept of the tokens that were sent to persons. Every adapter must pass {@code
 * UserTokensContract}.
 */
public interface UserTokens {

  /** Keeps it in place of an earlier one of the same person and purpose. */
  Kept put(UserToken token);

  Optional<UserToken> find(OneTimeToken.Digest digest);

  /** Takes it away; of all who come at once, one gets it. */
  Optional<UserToken> take(OneTimeToken.Digest digest);

  /** Takes away what the person has for this purpose. */
  void drop(UserId user, Purpose purpose);

  /** Forgets those that expired before then; returns how many. */
  int prune(Instant before);

  /** What became of a new token. */
  enum Kept {
    KEPT,
    /** The one before was issued less than {@link UserToken#PAUSE} ago, and stays. */
    TOO_SOON
  }
}
