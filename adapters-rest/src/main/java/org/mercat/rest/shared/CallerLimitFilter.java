package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;

/**
 * Counts a request by its class and by who sends it: the person, the API key, or the network of
 * somebody who has not signed in. Runs before the body is read.
 */
public final class CallerLimitFilter extends HttpFilter {

  private static final long serialVersionUID = 1;

  private final transient Limiter limiter;

  public CallerLimitFilter(Limiter limiter) {
    this.limiter = limiter;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var type = RouteClass.of(Address.of(request));
    var holder = holder(request);
    if (limiter.admits(type, holder, response)) {
      limiter.goOn(type, holder, request, response, chain);
    }
  }

  private static String holder(HttpServletRequest request) {
    if (!(request.getUserPrincipal() instanceof CallerPrincipal principal)) {
      return AddressLimitFilter.holder(request);
    }
    return principal.session().isPresent()
        ? "user " + principal.getName()
        : "key " + Digest.of(request.getHeader(HttpHeaders.AUTHORIZATION));
  }
}
