package org.mercat.application.identity.port;

import java.time.Instant;
import java.util.Set;
import org.mercat.domain.identity.SignInFailures;

/**
 * Driven port: how often somebody has told a wrong password in a row. A key is a text that tells
 * nothing of whom it stands for. Every adapter must pass {@code FailureCountsContract}.
 */
public interface FailureCounts {

  /** {@link SignInFailures#NONE} if there are none. */
  SignInFailures find(String key);

  /**
   * Counts one more and tells how many they are then; of all who count at once, each does. Those
   * before are forgotten if the last of them is {@link SignInFailures#MEMORY} ago.
   */
  SignInFailures count(String key, Instant now);

  void clear(Set<String> keys);

  /** Forgets those whose last one was before then; returns how many keys. */
  int prune(Instant before);
}
