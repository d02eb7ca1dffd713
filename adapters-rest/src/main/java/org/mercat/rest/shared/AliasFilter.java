package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends what is asked under another name to the one resource there is (C-16, C-17). */
public final class AliasFilter extends HttpFilter {

  private static final long serialVersionUID = 1;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (hasNul(request.getRequestURI()) || hasNul(request.getQueryString())) {
      Problems.write(
          response, ProblemCode.UNREADABLE_REQUEST, "The address has a character 0 in it.");
      return;
    }
    var asked = Address.of(request);
    var canonical = new Address(asked.method(), Aliases.canonical(asked.path()));
    if (canonical.equals(asked)) {
      chain.doFilter(request, response);
      return;
    }
    var onward = new Onward(chain, new OtherAddress(request, canonical), response);
    var _ = Aliases.words(asked.path()).during(onward);
  }

  private static boolean hasNul(@Nullable String text) {
    return text != null && text.toLowerCase(Locale.ROOT).contains("%00");
  }
}
