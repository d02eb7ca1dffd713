package org.mercat.notifications.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mercat.notifications.mailbox.Mailbox.Item;
import org.mercat.notifications.wording.Templates;

/** The mailbox as a page, and as JSON for programs; {@code ?to=} asks for one address. */
public final class MailboxServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  /** Where it is found. */
  public static final String PAGE = "/dev/mailbox";

  /** The same for programs. */
  public static final String JSON = PAGE + ".json";

  private static final List<String> READING = List.of("GET", "HEAD");
  private static final JsonMapper MAPPER = new JsonMapper();

  private final transient Mailbox mailbox;
  private final transient Templates templates;

  public MailboxServlet(Mailbox mailbox, Templates templates) {
    this.mailbox = mailbox;
    this.templates = templates;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!READING.contains(request.getMethod())) {
      response.setHeader("Allow", String.join(", ", READING));
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    var items = mailbox.latest(Optional.ofNullable(request.getParameter("to")));
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'");
    if (request.getRequestURI().equals(JSON)) {
      send(response, "application/json", json(items));
    } else {
      send(response, "text/html; charset=utf-8", page(items));
    }
  }

  private String page(List<Item> items) {
    return templates.html(
        "mailbox/page.html", Map.of("items", items.stream().map(MailboxServlet::shown).toList()));
  }

  private static Map<String, Object> shown(Item item) {
    return Map.of(
        "at", item.at().toString(),
        "to", item.to(),
        "language", item.language(),
        "subject", item.subject().orElse(item.kind()),
        "text", item.text(),
        "link", item.link().orElse(""));
  }

  private static String json(List<Item> items) throws IOException {
    var root = MAPPER.createObjectNode();
    var array = root.putArray("items");
    for (var item : items) {
      var object =
          array
              .addObject()
              .put("id", item.id().value().toString())
              .put("at", item.at().toString())
              .put("to", item.to())
              .put("language", item.language())
              .put("kind", item.kind());
      item.subject().ifPresent(subject -> object.put("subject", subject));
      object.put("text", item.text());
      item.link().ifPresent(link -> object.put("link", link));
      item.secret().ifPresent(secret -> object.put("secret", secret));
    }
    return MAPPER.writeValueAsString(root);
  }

  private static void send(HttpServletResponse response, String mediaType, String text)
      throws IOException {
    var body = text.getBytes(UTF_8);
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
