package org.mercat.rest.identity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The same keys at the root of the host, where RFC 8615 has them looked for. */
public final class JwksServlet extends HttpServlet {

  public static final String PATH = "/.well-known/jwks.json";

  private static final long serialVersionUID = 1;

  private final transient SigningKeyRing keys;

  public JwksServlet(SigningKeyRing keys) {
    this.keys = keys;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var body = JwkSet.of(keys).toString().getBytes(StandardCharsets.UTF_8);
    response.setContentType(JwkSet.MEDIA_TYPE);
    response.setHeader("Cache-Control", JwkSet.CACHE_CONTROL);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
