package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Counts every request by where it comes from, before anything is looked up for it. */
public final class AddressLimitFilter extends HttpFilter {

  private static final long serialVersionUID = 1;

  private final transient Limiter limiter;

  public AddressLimitFilter(Limiter limiter) {
    this.limiter = limiter;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var holder = holder(request);
    if (limiter.admits(RouteClass.ADDRESS, holder, response)) {
      limiter.goOn(RouteClass.ADDRESS, holder, request, response, chain);
    }
  }

  /** The network of a request as the holder of a bucket. */
  static String holder(HttpServletRequest request) {
    return "ip " + ClientAddress.of(request).network();
  }
}
