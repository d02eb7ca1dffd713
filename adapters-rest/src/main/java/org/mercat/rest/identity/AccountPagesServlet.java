package org.mercat.rest.identity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The pages that the links in mails lead to, in English and French. Opening one does nothing: mail
 * scanners open every link. Its button calls the API with the token from behind the #.
 */
public final class AccountPagesServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  /** Where an address is confirmed. */
  public static final String VERIFY_EMAIL = "/verify-email";

  /** Where a new password is chosen. */
  public static final String RESET_PASSWORD = "/reset-password";

  /** What their buttons do. */
  public static final String SCRIPT = "/account-pages/act.js";

  private static final List<String> READING = List.of("GET", "HEAD");

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!READING.contains(request.getMethod())) {
      response.setHeader("Allow", String.join(", ", READING));
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    switch (request.getServletPath()) {
      case VERIFY_EMAIL -> page("verify-email", request.getLocale(), response);
      case RESET_PASSWORD -> page("reset-password", request.getLocale(), response);
      case SCRIPT -> send(response, "text/javascript; charset=utf-8", resource("act.js"));
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void page(String name, Locale wanted, HttpServletResponse response)
      throws IOException {
    var language = wanted.getLanguage().equals("fr") ? "fr" : "en";
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Accept-Language");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'");
    send(response, "text/html; charset=utf-8", resource(name + "." + language + ".html"));
  }

  private static void send(HttpServletResponse response, String mediaType, byte[] body)
      throws IOException {
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static byte[] resource(String name) throws IOException {
    try (var stream = AccountPagesServlet.class.getResourceAsStream("/pages/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return stream.readAllBytes();
    }
  }
}
