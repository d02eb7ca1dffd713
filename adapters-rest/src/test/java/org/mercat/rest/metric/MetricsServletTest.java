package org.mercat.rest.metric;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.rest.metric.MetricText.Kind;

class MetricsServletTest {

  private static final List<MetricSource> SOURCES =
      List.of(
          text -> text.only("one", Kind.GAUGE, "First.", 1),
          text -> text.only("two", Kind.GAUGE, "Second.", 2));

  private final HttpServletResponse response = mock(HttpServletResponse.class);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  @BeforeEach
  void what_is_written_is_seen() throws IOException {
    var out = mock(ServletOutputStream.class);
    doAnswer(
            call -> {
              body.writeBytes(call.getArgument(0));
              return null;
            })
        .when(out)
        .write(any(byte[].class));
    when(response.getOutputStream()).thenReturn(out);
  }

  @Test
  void every_source_is_read() throws IOException {
    open().service(request("GET", null), response);

    assertThat(answer()).contains("one 1\n", "two 2\n");
    verify(response).setContentType("text/plain; version=0.0.4; charset=utf-8");
    verify(response).setHeader("Cache-Control", "no-store");
  }

  @Test
  void whoever_sends_the_token_may_read() throws IOException {
    guarded().service(request("GET", "Bearer right-token"), response);

    assertThat(answer()).contains("one 1\n");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"Bearer wrong-token", "right-token", "Bearer ", "Basic right-token"})
  void nobody_else_may(@Nullable String authorization) throws IOException {
    guarded().service(request("GET", authorization), response);

    verify(response).setStatus(401);
    assertThat(answer()).contains("UNAUTHENTICATED").doesNotContain("one 1");
  }

  @Test
  void figures_are_only_read() throws IOException {
    open().service(request("POST", null), response);

    verify(response).setStatus(405);
    verify(response).setHeader("Allow", "GET, HEAD");
  }

  private static MetricsServlet open() {
    return new MetricsServlet(SOURCES, Optional.empty());
  }

  private static MetricsServlet guarded() {
    return new MetricsServlet(SOURCES, Optional.of("right-token"));
  }

  private static HttpServletRequest request(String method, @Nullable String authorization) {
    var request = mock(HttpServletRequest.class);
    when(request.getMethod()).thenReturn(method);
    when(request.getHeader("Authorization")).thenReturn(authorization);
    return request;
  }

  private String answer() {
    return body.toString(StandardCharsets.UTF_8);
  }
}
