package org.mercat.persistence.identity;

import java.time.Instant;
import org.mercat.domain.identity.SignInFailures;

/** Table {@code sign_in_failure} without its key, column for component. */
record FailureCountRow(int failures, Instant lastAt) {

  SignInFailures toDomain() {
    return new SignInFailures(failures, lastAt);
  }
}
