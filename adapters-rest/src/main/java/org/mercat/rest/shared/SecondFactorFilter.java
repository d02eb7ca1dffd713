package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mercat.application.identity.AdminSecondFactor;

/**
 * Lets an administrator who lacks the second factor that the market wants do nothing but set one
 * up, and sign out; stands where it is known who calls. Programs with a key are not asked.
 */
public final class SecondFactorFilter extends HttpFilter {

  private static final long serialVersionUID = 1;

  private final transient AdminSecondFactor adminSecondFactor;

  public SecondFactorFilter(AdminSecondFactor adminSecondFactor) {
    this.adminSecondFactor = adminSecondFactor;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isMissing(request)) {
      Problems.write(
          response,
          ProblemCode.SECOND_FACTOR_MISSING,
          "This market wants a second factor of its administrators: set one up at auth/totp.");
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isMissing(HttpServletRequest request) {
    if (!(request.getUserPrincipal() instanceof CallerPrincipal(var caller, var session))
        || session.isEmpty()
        || Address.of(request).isWithin("auth")) {
      return false;
    }
    return switch (adminSecondFactor.handle(new AdminSecondFactor.Command(caller))) {
      case NOTHING_MISSING -> false;
      case MISSING -> true;
    };
  }
}
