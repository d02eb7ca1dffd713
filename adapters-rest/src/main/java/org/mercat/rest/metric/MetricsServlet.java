package org.mercat.rest.metric;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mercat.rest.shared.ProblemCode;
import org.mercat.rest.shared.Problems;

/** The figures of this node and of the market, for a Prometheus that comes to read them. */
public final class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final List<String> READING = List.of("GET", "HEAD");
  private static final String BEARER = "Bearer ";

  private final transient List<MetricSource> sources;
  private final transient Optional<byte[]> token;

  /** Open to everybody without a token, and else to those who send it. */
  public MetricsServlet(List<MetricSource> sources, Optional<String> token) {
    this.sources = List.copyOf(sources);
    this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!READING.contains(request.getMethod())) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", READING));
      Problems.write(response, ProblemCode.METHOD_NOT_ALLOWED, "Figures are only read.");
    } else if (isReader(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      var text = new MetricText();
      sources.forEach(source -> source.write(text));
      var body = text.toString().getBytes(StandardCharsets.UTF_8);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setContentType(MetricText.MEDIA_TYPE);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    } else {
      Problems.write(
          response, ProblemCode.UNAUTHENTICATED, "This needs the Bearer token of the metrics.");
    }
  }

  private boolean isReader(@Nullable String authorization) {
    return token
        .map(
            secret ->
                authorization != null
                    && authorization.startsWith(BEARER)
                    && MessageDigest.isEqual(
                        secret,
                        authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8)))
        .orElse(true);
  }
}
