package org.mercat.rest.shared;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.SessionId;

/** Who calls, as the authentication has found out. */
public final class Callers {

  private Callers() {}

  /** The caller of an operation that is not public; the authentication lets nobody else through. */
  public static Caller of(SecurityContext context) {
    return principal(context).caller();
  }

  /** The caller of a public operation, who need not have signed in. */
  public static Optional<Caller> optional(SecurityContext context) {
    return found(context).map(CallerPrincipal::caller);
  }

  /** The session in which the caller has signed in; a program with a key has none. */
  public static SessionId session(SecurityContext context) {
    return principal(context)
        .session()
        .orElseThrow(
            () -> new ProblemException(ProblemCode.FORBIDDEN, "An API key has no session."));
  }

  private static CallerPrincipal principal(SecurityContext context) {
    return found(context)
        .orElseThrow(
            () -> new ProblemException(ProblemCode.UNAUTHENTICATED, "This needs a Bearer token."));
  }

  private static Optional<CallerPrincipal> found(SecurityContext context) {
    return context.getUserPrincipal() instanceof CallerPrincipal signedIn
        ? Optional.of(signedIn)
        : Optional.empty();
  }
}
