package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mercat.application.shared.Acting;
import org.mercat.application.tenancy.FindTenant;
import org.mercat.application.tenancy.FindTenant.Outcome;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.TenantId;

/**
 * Finds the market whose host was asked. A host that no tenant has leaves the default tenant, which
 * a token may change; a host that one has admits tokens of that tenant only.
 */
public final class TenantFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final String OF_HOST = TenantFilter.class.getName();

  private final transient FindTenant findTenant;

  public TenantFilter(FindTenant findTenant) {
    this.findTenant = findTenant;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var found =
        HostName.parse(request.getServerName())
            .map(host -> findTenant.handle(new FindTenant.Query.At(host)))
            .orElseGet(Outcome.Unknown::new);
    switch (found) {
      case Outcome.Served(var tenant) -> inside(tenant, request, response, chain);
      case Outcome.Suspended(var tenant) -> inside(tenant, request, response, chain);
      case Outcome.Unknown _ -> chain.doFilter(request, response);
    }
  }

  private static void inside(
      TenantId tenant,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain) {
    request.setAttribute(OF_HOST, tenant);
    var _ = Acting.now().in(tenant).call(new Onward(chain, request, response));
  }

  /** Whether a token of the tenant is worth anything at the host that was asked. */
  static boolean admits(ServletRequest request, TenantId tenant) {
    var ofHost = request.getAttribute(OF_HOST);
    return ofHost == null || ofHost.equals(tenant);
  }
}
