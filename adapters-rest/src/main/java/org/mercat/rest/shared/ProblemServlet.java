package org.mercat.rest.shared;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers where nothing else does: paths without a resource, and errors of the server itself. */
public final class ProblemServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var code =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
            ? ProblemCode.ofStatus(status).orElse(ProblemCode.INTERNAL)
            : ProblemCode.NOT_FOUND;
    Problems.write(response, code, code.title() + ".");
  }
}
