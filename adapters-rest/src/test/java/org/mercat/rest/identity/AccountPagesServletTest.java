package org.mercat.rest.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountPagesServletTest {

  private final AccountPagesServlet servlet = new AccountPagesServlet();
  private final HttpServletResponse response = mock();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  @BeforeEach
  void answer() throws IOException {
    ServletOutputStream stream = mock();
    doAnswer(
            call -> {
              body.writeBytes(call.getArgument(0));
              return null;
            })
        .when(stream)
        .write(any(byte[].class));
    when(response.getOutputStream()).thenReturn(stream);
  }

  @ParameterizedTest
  @CsvSource({
    "/verify-email,en,Confirm my address,api/v1/auth/verify-email",
    "/verify-email,fr-CA,Confirmer mon adresse,api/v1/auth/verify-email",
    "/verify-email,de,Confirm my address,api/v1/auth/verify-email",
    "/reset-password,en,Choose this password,api/v1/auth/reset-password",
    "/reset-password,fr,Choisir ce mot de passe,api/v1/auth/reset-password"
  })
  void each_page_calls_its_operation_in_the_language_of_the_reader(
      String path, String language, String button, String call) throws IOException {
    servlet.service(request("GET", path, language), response);

    assertThat(body.toString(UTF_8))
        .contains("<button>" + button + "</button>", "data-call=\"" + call + "\"");
    verify(response).setContentType("text/html; charset=utf-8");
    verify(response).setHeader("Referrer-Policy", "no-referrer");
    verify(response)
        .setHeader(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'none'");
  }

  @Test
  void the_script_writes_no_html() throws IOException {
    servlet.service(request("GET", "/account-pages/act.js", "en"), response);

    assertThat(body.toString(UTF_8)).contains("textContent").doesNotContain("innerHTML");
    verify(response).setContentType("text/javascript; charset=utf-8");
  }

  @Test
  void the_pages_are_only_read() throws IOException {
    servlet.service(request("POST", "/reset-password", "en"), response);

    verify(response).setHeader("Allow", "GET, HEAD");
    verify(response).sendError(405);
  }

  private static HttpServletRequest request(String method, String path, String language) {
    HttpServletRequest request = mock();
    when(request.getMethod()).thenReturn(method);
    when(request.getServletPath()).thenReturn(path);
    when(request.getLocale()).thenReturn(Locale.forLanguageTag(language));
    return request;
  }
}
