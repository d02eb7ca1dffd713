package org.mercat.rest.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Reads the whole body once, so that it has a limit and can be told from another. */
public final class BodyFilter extends HttpFilter {

  /** So many bytes a body may have. */
  public static final int LIMIT = 1 << 20;

  private static final long serialVersionUID = 1;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() > LIMIT) {
      refuse(response);
      return;
    }
    var body = request.getInputStream().readNBytes(LIMIT + 1);
    if (body.length > LIMIT) {
      refuse(response);
      return;
    }
    chain.doFilter(new ReadBody(request, body), response);
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    Problems.write(response, ProblemCode.TOO_LARGE, "A body has at most " + LIMIT + " bytes.");
  }
}
