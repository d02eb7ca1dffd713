package org.mercat.rest.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Arrays;
import org.mercat.application.shared.Access;
import org.mercat.domain.shared.Permission;

/** A request whose caller is known. */
final class SignedInRequest extends HttpServletRequestWrapper {

  private final CallerPrincipal principal;
  private final Access access;

  SignedInRequest(HttpServletRequest request, CallerPrincipal principal, Access access) {
    super(request);
    this.principal = principal;
    this.access = access;
  }

  @Override
  public CallerPrincipal getUserPrincipal() {
    return principal;
  }

  @Override
  public String getRemoteUser() {
    return principal.getName();
  }

  /** What the container calls a role, is a permission here. */
  @Override
  public boolean isUserInRole(String permission) {
    return Arrays.stream(Permission.values())
        .filter(known -> known.name().equals(permission))
        .anyMatch(known -> access.may(principal.caller(), known));
  }

  @Override
  public String getAuthType() {
    return "Bearer";
  }
}
