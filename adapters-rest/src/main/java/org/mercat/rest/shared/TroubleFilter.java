package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.application.shared.SystemEvents;
import org.mercat.application.shared.SystemEvents.Event;
import org.mercat.application.shared.SystemEvents.Level;

/** Reports every request that came to nothing through no fault of its sender (AN-03). */
public final class TroubleFilter extends HttpFilter {

  private static final long serialVersionUID = 1;

  private final transient SystemEvents systemEvents;

  public TroubleFilter(SystemEvents systemEvents) {
    this.systemEvents = systemEvents;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } catch (PortUnavailable unavailable) {
      report(request, HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      throw unavailable;
    } catch (RuntimeException failed) {
      report(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      throw failed;
    }
    if (response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      report(request, response.getStatus());
    }
  }

  private void report(HttpServletRequest request, int status) {
    var isUnavailable = status == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    systemEvents.report(
        new Event(
            isUnavailable ? Level.WARNING : Level.ERROR,
            "http",
            isUnavailable ? "Something was not available." : "A request failed.",
            Map.of("route", Address.of(request).route(), "status", Integer.toString(status))));
  }
}
