package org.mercat.bootstrap.e2e;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.PermitAll;

/** Takes the first wall away from the server that a test has put this into. */
@Alternative
@Priority(PermitAllWiring.BEFORE_ALL)
final class PermitAllWiring {

  static final int BEFORE_ALL = 1;

  @Produces
  @Singleton
  Access access() {
    return new PermitAll();
  }
}
