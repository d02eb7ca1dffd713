package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;
import org.mercat.application.identity.AuthenticateCaller;
import org.mercat.application.integration.AuthenticateKey;
import org.mercat.application.shared.Access;
import org.mercat.application.shared.Acting;
import org.mercat.domain.integration.ApiKeySecret;

/** Finds out who calls. A token that is not good is refused even where none is needed. */
public final class AuthenticationFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final String BEARER = "Bearer ";

  private final transient AuthenticateCaller authenticateCaller;
  private final transient AuthenticateKey authenticateKey;
  private final transient Access access;

  public AuthenticationFilter(
      AuthenticateCaller authenticateCaller, AuthenticateKey authenticateKey, Access access) {
    this.authenticateCaller = authenticateCaller;
    this.authenticateKey = authenticateKey;
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
      bearer(header.substring(BEARER.length()).strip(), request, response, chain);
    } else {
      refuse(response, "Only Bearer tokens are taken here.");
    }
  }

  private void bearer(
      String token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    if (token.startsWith(ApiKeySecret.MARK)) {
      authenticateKey(token, request, response, chain);
    } else {
      authenticate(token, request, response, chain);
    }
  }

  private void authenticate(
      String token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    switch (authenticateCaller.handle(new AuthenticateCaller.Command(token))) {
      case AuthenticateCaller.Outcome.Authenticated(var tenant, var caller, var session)
          when TenantFilter.admits(request, tenant) ->
          go(
              Acting.now().in(tenant).as(caller),
              new CallerPrincipal(caller, session),
              request,
              response,
              chain);
      case AuthenticateCaller.Outcome.Authenticated _, AuthenticateCaller.Outcome.Refused _ ->
          refuseToken(response);
    }
  }

  /** A program does what its key is for, and gets no way to keys, sessions and passwords. */
  private void authenticateKey(
      String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    switch (authenticateKey.handle(new AuthenticateKey.Command(key))) {
      case AuthenticateKey.Outcome.Authenticated(var tenant, var id, var caller)
          when TenantFilter.admits(request, tenant) -> {
        if (isForPersons(Address.of(request))) {
          Problems.write(response, ProblemCode.FORBIDDEN, "An API key does not reach this.");
        } else {
          var principal = new CallerPrincipal(caller, Optional.empty());
          go(Acting.now().in(tenant).by(id, caller), principal, request, response, chain);
        }
      }
      case AuthenticateKey.Outcome.Authenticated _, AuthenticateKey.Outcome.Refused _ ->
          refuseToken(response);
    }
  }

  private static boolean isForPersons(Address address) {
    return address.isWithin("auth") || address.isWithin("api-keys") || address.matches("users/me");
  }

  private void go(
      Acting acting,
      CallerPrincipal principal,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var signedIn = new SignedInRequest(request, principal, access);
    var _ = acting.call(new Onward(chain, signedIn, response));
  }

  private static void refuseToken(HttpServletResponse response) throws IOException {
    refuse(response, "The token is not good, or not any more.");
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"mercat\", error=\"invalid_token\"");
  }

  private static void refuse(HttpServletResponse response, String detail) throws IOException {
    Problems.write(response, ProblemCode.UNAUTHENTICATED, detail);
  }
}
