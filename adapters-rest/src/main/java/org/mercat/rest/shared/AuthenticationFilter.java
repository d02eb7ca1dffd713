package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Acting;

/** Finds out who calls. A token that is not good is refused even where none is needed. */
public final class AuthenticationFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final String BEARER = "Bearer ";

  private final transient AuthenticateCaller authenticateCaller;
  private final transient Access access;

  public AuthenticationFilter(AuthenticateCaller authenticateCaller, Access access) {
    this.authenticateCaller = authenticateCaller;
    this.access = access;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      if (PublicOperations.include(Address.of(request))) {
        chain.doFilter(request, response);
      } else {
        refuse(response, "This needs the header Authorization with a Bearer token.");
      }
    } else if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      authenticate(header.substring(BEARER.length()).strip(), request, response, chain);
    } else {
      refuse(response, "Only Bearer tokens are taken here.");
    }
  }

  private void authenticate(
      String token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    switch (authenticateCaller.handle(new AuthenticateCaller.Command(token))) {
      case AuthenticateCaller.Outcome.Authenticated(var tenant, var caller, var session) -> {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var signedIn = new SignedInRequest(request, new CallerPrincipal(caller, session), access);
        var _ = Acting.now().in(tenant).as(caller).call(new Onward(chain, signedIn, response));
      }
      case AuthenticateCaller.Outcome.Refused _ -> {
        refuse(response, "The token is not good, or not any more.");
        response.setHeader(
            HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"mercat\", error=\"invalid_token\"");
      }
    }
  }

  private static void refuse(HttpServletResponse response, String detail) throws IOException {
    Problems.write(response, ProblemCode.UNAUTHENTICATED, detail);
  }
}
