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
    begin(response, problem.code(), body.length);
    response.getOutputStream().write(body);
  }

  /** The status and the headers of a problem whose body has so many bytes. */
  static void begin(HttpServletResponse response, ProblemCode code, int length) {
    response.resetBuffer();
    response.setStatus(code.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(length);
    Problem.headers(code).forEach(response::setHeader);
  }
}
