package org.mercat.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import org.mercat.domain.shared.Role;

/** A request whose caller is known. */
final class SignedInRequest extends HttpServletRequestWrapper {

  private final CallerPrincipal principal;

  SignedInRequest(HttpServletRequest request, CallerPrincipal principal) {
    super(request);
    this.principal = principal;
  }

  @Override
  public CallerPrincipal getUserPrincipal() {
    return principal;
  }

  @Override
  public String getRemoteUser() {
    return principal.getName();
  }

  @Override
  public boolean isUserInRole(String role) {
    return Arrays.stream(Role.values())
        .filter(known -> known.name().equals(role))
        .anyMatch(principal.caller()::is);
  }

  @Override
  public String getAuthType() {
    return "Bearer";
  }
}
