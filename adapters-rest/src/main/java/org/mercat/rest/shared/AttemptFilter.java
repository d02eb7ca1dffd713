package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.mercat.application.shared.SecurityLog;
import org.mercat.application.shared.SecurityLog.Incident;
import org.mercat.domain.shared.DomainEvent.Subject;

/**
 * Reports every sign-in that was refused, after the answer is known: a known and an unknown account
 * are told apart neither by what is reported nor by the time it takes. It goes behind the filter
 * that finds the tenant.
 */
public final class AttemptFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final String POST = "POST";
  private static final String SIGN_IN = "auth/login";

  /** Whose account it was is not said: a lock-out, which is an event, says it. */
  private static final Subject SOMEBODY = new Subject("user", new UUID(0, 0));

  private final transient SecurityLog securityLog;

  public AttemptFilter(SecurityLog securityLog) {
    this.securityLog = securityLog;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED && isSignIn(request)) {
      securityLog.report(Incident.SIGN_IN_FAILED, SOMEBODY);
    }
  }

  private static boolean isSignIn(HttpServletRequest request) {
    var address = Address.of(request);
    return address.method().equals(POST) && address.matches(SIGN_IN);
  }
}
