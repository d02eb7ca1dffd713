package org.mercat.rest.shared;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Writes problems where JAX-RS does not. */
public final class Problems {

  private Problems() {}

  public static void write(HttpServletResponse response, ProblemCode code, String detail)
      throws IOException {
    write(response, Problem.of(code, detail, List.of()));
  }

  static void write(HttpServletResponse response, Problem problem) throws IOException {
    var body = Json.MAPPER.writeValueAsBytes(problem);
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    Problem.headers(problem.code()).forEach(response::setHeader);
    response.getOutputStream().write(body);
  }
}
