package org.mercat.rest.shared;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The document at {@code /openapi}, and a page that shows it, which needs no other server. */
public final class OpenApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private static final List<String> READING = List.of("GET", "HEAD");
  private static final String PAGE = "/openapi/ui/";
  private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/";
  private static final String LIBRARY_VERSION =
      "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

  /** What the page consists of, and whether a file is our own. */
  private record Part(String mediaType, boolean own) {}

  private static final Map<String, Part> PARTS =
      Map.of(
          "index.html", new Part("text/html; charset=utf-8", true),
          "start.js", new Part("text/javascript; charset=utf-8", true),
          "swagger-ui.css", new Part("text/css; charset=utf-8", false),
          "swagger-ui-bundle.js", new Part("text/javascript; charset=utf-8", false));

  /** The document in its two forms, made when it is first asked for. */
  private static final class Made {
    static final Map<String, byte[]> FORMS = forms(OpenApiDocument.whole());

    private Made() {}

    private static Map<String, byte[]> forms(OpenApiDocument document) {
      return Map.of(
          "json", document.json().getBytes(StandardCharsets.UTF_8),
          "yaml", document.yaml().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (READING.contains(request.getMethod())) {
      read(request, response);
    } else {
      response.setHeader("Allow", String.join(", ", READING));
      Problems.write(response, ProblemCode.METHOD_NOT_ALLOWED, "The contract is only read.");
    }
  }

  private static void read(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = request.getRequestURI();
    if (path.equals("/openapi")) {
      document(Optional.ofNullable(request.getParameter("format")).orElse("yaml"), response);
    } else if (path.equals("/openapi/ui") || path.equals("/openapi/")) {
      response.sendRedirect(PAGE);
    } else if (path.startsWith(PAGE)) {
      page(path.substring(PAGE.length()), response);
    } else {
      nothingHere(response);
    }
  }

  private static void document(String format, HttpServletResponse response) throws IOException {
    var document = Made.FORMS.get(format);
    if (document == null) {
      Problems.write(
          response, ProblemCode.UNREADABLE_REQUEST, "The query parameter format is json or yaml.");
      return;
    }
    send(response, "application/" + format, document);
  }

  private static void page(String asked, HttpServletResponse response) throws IOException {
    var name = asked.isEmpty() ? "index.html" : asked;
    var part = PARTS.get(name);
    if (part == null) {
      nothingHere(response);
      return;
    }
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'");
    send(
        response,
        part.mediaType(),
        resource(part.own() ? "/openapi/ui/" + name : library() + name));
  }

  private static void nothingHere(HttpServletResponse response) throws IOException {
    Problems.write(response, ProblemCode.NOT_FOUND, "There is nothing here.");
  }

  private static void send(HttpServletResponse response, String mediaType, byte[] body)
      throws IOException {
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String library() throws IOException {
    var pom = new Properties();
    try (var text = OpenApiServlet.class.getResourceAsStream(LIBRARY_VERSION)) {
      pom.load(text);
    }
    return LIBRARY + pom.getProperty("version") + "/";
  }

  private static byte[] resource(String path) throws IOException {
    try (var stream = OpenApiServlet.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return stream.readAllBytes();
    }
  }
}
