package org.mercat.bootstrap;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.mercat.rest.shared.Api;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Problems;

/** The routes of a gateway that does not move the money here are not there. */
final class OtherGatewayFilter extends HttpFilter {

  private static final long serialVersionUID = 1;

  private final List<String> absent;

  OtherGatewayFilter(SettingsForPayments.Provider provider) {
    this.absent =
        switch (provider) {
          case SANDBOX -> List.of(Api.BASE + "/webhooks/stripe");
          case STRIPE ->
              List.of(
                  Api.BASE + "/webhooks/sandbox",
                  Api.BASE + "/sandbox",
                  Api.BASE + "/test/sandbox");
        };
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isAbsent(request.getRequestURI())) {
      Problems.write(response, ProblemCode.NOT_FOUND, "This gateway does not move the money here.");
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean isAbsent(String path) {
    return absent.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }
}
