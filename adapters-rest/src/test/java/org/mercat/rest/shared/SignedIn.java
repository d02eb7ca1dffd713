package org.mercat.rest.shared;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.mercat.application.shared.Caller;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.Permission;
import org.mercat.domain.shared.Role;

/** A caller whom the authentication let through. */
public record SignedIn(Caller caller, SessionId session) implements SecurityContext {

  public static SignedIn as(Caller caller) {
    return new SignedIn(caller, new SessionId(UUID.randomUUID()));
  }

  public static SignedIn as(UserId user, Role... roles) {
    return as(new Caller(user, Set.of(roles)));
  }

  public static SignedIn as(Role... roles) {
    return as(new UserId(UUID.randomUUID()), roles);
  }

  @Override
  public Principal getUserPrincipal() {
    return new CallerPrincipal(caller, session);
  }

  @Override
  public boolean isUserInRole(String permission) {
    return caller.permissions().contains(Permission.valueOf(permission));
  }

  @Override
  public boolean isSecure() {
    return false;
  }

  @Override
  public String getAuthenticationScheme() {
    return "Bearer";
  }
}
