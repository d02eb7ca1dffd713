package org.mercat.domain.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * The telephone of a person.
 *
 * @param verifiedAt when the person has shown that it is his; empty if not yet
 */
public record Phone(PhoneNumber number, Optional<Instant> verifiedAt) {

  /** A number of which nobody knows yet whose it is. */
  public static Phone unverified(PhoneNumber number) {
    return new Phone(number, Optional.empty());
  }
}
