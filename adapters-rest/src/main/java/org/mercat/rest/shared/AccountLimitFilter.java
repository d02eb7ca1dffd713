package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mercat.application.shared.Acting;

/**
 * Counts what is tried on one account from wherever, before a password is hashed or a mail is sent.
 * An address that nobody has is counted like any other.
 */
public final class AccountLimitFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final Set<RouteClass> ON_ACCOUNTS =
      Set.of(RouteClass.AUTH_LOGIN, RouteClass.AUTH_MAIL);

  private final transient Limiter limiter;

  public AccountLimitFilter(Limiter limiter) {
    this.limiter = limiter;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var type = RouteClass.of(Address.of(request));
    var email = ON_ACCOUNTS.contains(type) ? email(request) : Optional.<String>empty();
    if (email.isEmpty() || limiter.admits(type, holder(email.get()), response)) {
      chain.doFilter(request, response);
    }
  }

  private static String holder(String email) {
    var account = email.strip().toLowerCase(Locale.ROOT);
    return "account " + Digest.of(Acting.now().tenant().value() + " " + account);
  }

  /** What the body names; a body that cannot be read names nobody and is refused behind this. */
  private static Optional<String> email(HttpServletRequest request) {
    try {
      var member = Json.MAPPER.readTree(ReadBody.of(request).bytes()).path("email");
      return member.isTextual() ? Optional.of(member.textValue()) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
