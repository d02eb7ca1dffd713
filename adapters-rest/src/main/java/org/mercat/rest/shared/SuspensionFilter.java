package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mercat.application.shared.Acting;
import org.mercat.application.tenancy.FindTenant;
import org.mercat.application.tenancy.FindTenant.Outcome;

/**
 * Refuses what is asked of a market that is suspended; stands where the tenant is known for good.
 */
public final class SuspensionFilter extends HttpFilter {

  private static final long serialVersionUID = 1;

  private final transient FindTenant findTenant;

  public SuspensionFilter(FindTenant findTenant) {
    this.findTenant = findTenant;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    switch (findTenant.handle(new FindTenant.Query.Of(Acting.now().tenant()))) {
      case Outcome.Served _ -> chain.doFilter(request, response);
      case Outcome.Suspended _, Outcome.Unknown _ ->
          Problems.write(
              response,
              ProblemCode.TENANT_SUSPENDED,
              "The operator has suspended this market; what was paid is settled all the same.");
    }
  }
}
