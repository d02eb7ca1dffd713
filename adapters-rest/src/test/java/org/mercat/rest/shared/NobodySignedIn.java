package org.mercat.rest.shared;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A caller of a public operation who sent no token. */
public record NobodySignedIn() implements SecurityContext {

  @Override
  public @Nullable Principal getUserPrincipal() {
    return null;
  }

  @Override
  public boolean isUserInRole(String role) {
    return false;
  }

  @Override
  public boolean isSecure() {
    return false;
  }

  @Override
  public @Nullable String getAuthenticationScheme() {
    return null;
  }
}
