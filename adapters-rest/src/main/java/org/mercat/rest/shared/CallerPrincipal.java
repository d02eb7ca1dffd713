package org.mercat.rest.shared;

import java.security.Principal;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.SessionId;

/** A caller whose token was good, as the server knows him. */
public record CallerPrincipal(Caller caller, SessionId session) implements Principal {

  @Override
  public String getName() {
    return caller.user().value().toString();
  }
}
