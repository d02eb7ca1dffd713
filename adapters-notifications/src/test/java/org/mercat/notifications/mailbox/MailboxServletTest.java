package org.mercat.notifications.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.notification.port.SampleMessages.NOW;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mercat.domain.notification.MessageId;
import org.mercat.notifications.mailbox.Mailbox.Item;
import org.mercat.notifications.wording.Templates;

class MailboxServletTest {

  private final Mailbox mailbox = new Mailbox();
  private final MailboxServlet servlet = new MailboxServlet(mailbox, new Templates());
  private final HttpServletResponse response = mock();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  @BeforeEach
  void answer() throws IOException {
    when(response.getOutputStream())
        .thenReturn(
            new ServletOutputStream() {
              @Override
              public boolean isReady() {
                return true;
              }

              @Override
              public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
              }

              @Override
              public void write(int octet) {
                body.write(octet);
              }
            });
  }

  @Test
  void an_empty_mailbox_is_shown_as_such() throws IOException {
    get(MailboxServlet.PAGE, null);

    assertThat(body.toString(UTF_8)).contains("Nothing yet.");
    verify(response).setContentType("text/html; charset=utf-8");
  }

  @Test
  void what_people_wrote_is_escaped_on_the_page() throws IOException {
    keep("zoe@example.org", "<script>alert(1)</script>", "http://localhost/#token=abcd");

    get(MailboxServlet.PAGE, null);

    assertThat(body.toString(UTF_8))
        .contains("&lt;script&gt;", "<a href=\"http://localhost/#token=abcd\"")
        .doesNotContain("<script>");
    verify(response)
        .setHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'");
    verify(response).setHeader("Cache-Control", "no-store");
  }

  @Test
  void programs_read_json_of_one_address() throws IOException {
    keep("zoe@example.org", "one", "http://localhost/#token=abcd");
    keep("max@example.org", "two", "http://localhost/#token=efgh");

    get(MailboxServlet.JSON, "max@example.org");

    var items = new JsonMapper().readTree(body.toByteArray()).path("items");
    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("to").asText()).isEqualTo("max@example.org");
    assertThat(items.path(0).path("text").asText()).isEqualTo("two");
    assertThat(items.path(0).path("link").asText()).endsWith("efgh");
    assertThat(items.path(0).path("secret").asText()).isEqualTo("secret");
    verify(response).setContentType("application/json");
  }

  @Test
  void it_is_only_read() throws IOException {
    var request = request("DELETE", MailboxServlet.PAGE);

    servlet.service(request, response);

    verify(response).setHeader("Allow", "GET, HEAD");
    verify(response).sendError(405);
    verify(response, never()).setContentLength(anyInt());
    verify(response, never()).setContentType(anyString());
  }

  private void get(String path, @Nullable String to) throws IOException {
    var request = request("GET", path);
    when(request.getParameter("to")).thenReturn(to);
    servlet.service(request, response);
  }

  private static HttpServletRequest request(String method, String path) {
    HttpServletRequest request = mock();
    when(request.getMethod()).thenReturn(method);
    when(request.getRequestURI()).thenReturn(path);
    return request;
  }

  private void keep(String to, String text, String link) {
    mailbox.keep(
        new Item(
            new MessageId(UUID.randomUUID()),
            NOW,
            to,
            "en",
            "VerifyEmail",
            Optional.of("Confirm"),
            text,
            Optional.of(link),
            Optional.of("secret")));
  }
}
