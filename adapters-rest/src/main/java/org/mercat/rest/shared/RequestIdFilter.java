package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.mercat.application.shared.Acting;
import org.mercat.application.shared.PortUnavailable;

/** Names every request, and turns what escapes from the filters behind it into problems. */
public final class RequestIdFilter extends HttpFilter {

  private static final long serialVersionUID = 1;
  private static final System.Logger LOG = System.getLogger("org.mercat.rest");

  private final transient LogFields fields;

  public RequestIdFilter(LogFields fields) {
    this.fields = fields;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    var id = RequestId.of(request.getHeader(RequestId.HEADER));
    response.setHeader(RequestId.HEADER, id.value());
    var trace = TraceContext.of(request).traceId();
    try (var _ = fields.with(Map.of("requestId", id.value(), "traceId", trace))) {
      answer(id, request, response, chain);
    }
  }

  private static void answer(
      RequestId id, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      var onward = new Onward(chain, request, response);
      var _ = Acting.now().inRequest(id.value()).call(() -> id.during(onward));
    } catch (PortUnavailable unavailable) {
      LOG.log(Level.WARNING, id.value() + " met a port that is not available", unavailable);
      write(id, response, ProblemCode.UNAVAILABLE, "The same request may succeed later.");
    } catch (RuntimeException unexpected) {
      LOG.log(Level.ERROR, id.value() + " failed", unexpected);
      write(id, response, ProblemCode.INTERNAL, "It is in the log under this Request-Id.");
    }
  }

  private static void write(
      RequestId id, HttpServletResponse response, ProblemCode code, String detail)
      throws IOException {
    if (!response.isCommitted()) {
      Problems.write(response, id.during(() -> Problem.of(code, detail, List.of())));
    }
  }
}
