package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.Acting.Who;

/**
 * Counts a request by its class and by who sends it: the person, the API key whatever its secret,
 * or the network of somebody who has not signed in. Runs before the body is read.
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
    return switch (Acting.now().who()) {
      case Who.Person(var caller) -> "user " + caller.user().value();
      case Who.Program(var key, _) -> "key " + key.value();
      case Who.Guest _, Who.Market _ -> AddressLimitFilter.holder(request);
    };
  }
}
