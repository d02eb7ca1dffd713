package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;

/**
 * Lets pages of other origins call this API (Fetch standard, CORS protocol). No cookie is ever read
 * here, so credentials are not allowed: a page has to hold a token itself.
 */
public final class CorsFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String SENT =
      "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Request-Id,"
          + " traceparent";
  private static final String EXPOSED =
      "Request-Id, Idempotent-Replayed, RateLimit, RateLimit-Policy, ETag, Location, Retry-After";
  private static final String SECONDS = "600";

  private final transient Set<String> origins;

  /**
   * For origins as browsers send them: scheme, host, and the port where it is not the usual one.
   */
  public CorsFilter(Collection<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.addHeader("Vary", "Origin");
    var origin = request.getHeader("Origin");
    if (origin == null || !origins.contains(origin)) {
      chain.doFilter(request, response);
      return;
    }
    response.setHeader("Access-Control-Allow-Origin", origin);
    if (isPreflight(request)) {
      response.setHeader("Access-Control-Allow-Methods", METHODS);
      response.setHeader("Access-Control-Allow-Headers", SENT);
      response.setHeader("Access-Control-Max-Age", SECONDS);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
      chain.doFilter(request, response);
    }
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
