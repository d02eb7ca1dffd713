package org.mercat.rest.metric;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.mercat.rest.shared.LogFields;
import org.mercat.rest.shared.Routes;
import org.mercat.rest.shared.TraceContext;

/**
 * Counts every request and writes one line for it: the operation, the status, how long it took and
 * its id. Nothing else of it, as an address, a query or a body may tell of a person.
 */
public final class AccessFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final System.Logger LOG = System.getLogger("org.mercat.access");

  private final transient Routes routes;
  private final transient RequestFigures figures;
  private final transient LogFields fields;

  public AccessFilter(Routes routes, RequestFigures figures, LogFields fields) {
    this.routes = routes;
    this.figures = figures;
    this.fields = fields;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var begun = System.nanoTime();
    figures.begun();
    try {
      chain.doFilter(request, response);
    } finally {
      ended(request, response, System.nanoTime() - begun);
    }
  }

  private void ended(HttpServletRequest request, HttpServletResponse response, long nanos) {
    var route = routes.of(request);
    figures.ended(route, response.getStatus(), nanos);
    var id = Optional.ofNullable(response.getHeader("Request-Id")).orElse("-");
    var status = Integer.toString(response.getStatus());
    var millis = Long.toString(Duration.ofNanos(nanos).toMillis());
    try (var _ =
        fields.with(
            Map.of(
                "requestId",
                id,
                "traceId",
                TraceContext.of(request).traceId(),
                "method",
                route.method(),
                "route",
                route.template(),
                "status",
                status,
                "durationMillis",
                millis))) {
      LOG.log(
          Level.INFO,
          route.method() + " " + route.template() + " " + status + " " + millis + " ms " + id);
    }
  }
}
