package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Set;

/**
 * Says what may become of an answer on its way: what was asked to be done is kept nowhere, and
 * browsers that came by TLS shall go on to. The headers that never change are the server's. Nothing
 * is echoed by TRACE, which would tell a page the headers that were sent for it (RFC 9110, 9.3.8).
 */
public final class TransportFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String ALLOWED = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";

  private final int hstsSeconds;

  /** Insists on TLS for so many seconds; 0 does not. */
  public TransportFilter(int hstsSeconds) {
    this.hstsSeconds = hstsSeconds;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!READING.contains(request.getMethod())) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (hstsSeconds > 0 && request.isSecure()) {
      response.setHeader(
          "Strict-Transport-Security", "max-age=" + hstsSeconds + "; includeSubDomains");
    }
    if (request.getMethod().equals("TRACE")) {
      response.setHeader(HttpHeaders.ALLOW, ALLOWED);
      Problems.write(response, ProblemCode.METHOD_NOT_ALLOWED, "Nothing is echoed here.");
      return;
    }
    chain.doFilter(request, response);
  }
}
