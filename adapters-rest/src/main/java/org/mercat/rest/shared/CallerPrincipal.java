package org.mercat.rest.shared;

import java.security.Principal;
import java.util.Optional;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.SessionId;

/**
 * A caller whose token was good, as the server knows him.
 *
 * @param session empty for a program that has come in by an API key
 */
public record CallerPrincipal(Caller caller, Optional<SessionId> session) implements Principal {

  public CallerPrincipal(Caller caller, SessionId session) {
    this(caller, Optional.of(session));
  }

  @Override
  public String getName() {
    return caller.user().value().toString();
  }
}
