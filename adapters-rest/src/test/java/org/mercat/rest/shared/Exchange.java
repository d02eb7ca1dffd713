package org.mercat.rest.shared;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One request and its answer, as the server would hand them to filters. */
final class Exchange {

  final HttpServletRequest request = mock(HttpServletRequest.class);
  final BufferedAnswer response = new BufferedAnswer(mock(HttpServletResponse.class));

  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Object> attributes = new HashMap<>();

  Exchange(String method, String path) throws IOException {
    when(request.getMethod()).thenReturn(method);
    when(request.getRequestURI()).thenReturn(Api.BASE + path);
    when(request.getRequestURL()).thenReturn(new StringBuffer("http://market" + Api.BASE + path));
    when(request.getHeader(anyString()))
        .thenAnswer(call -> headers.get(call.<String>getArgument(0)));
    when(request.getHeaders(anyString()))
        .thenAnswer(
            call -> {
              var value = headers.get(call.<String>getArgument(0));
              return Collections.enumeration(value == null ? List.of() : List.of(value));
            });
    when(request.getHeaderNames()).thenAnswer(_ -> Collections.enumeration(headers.keySet()));
    when(request.getContentType()).thenAnswer(_ -> headers.get("Content-Type"));
    when(request.getAttribute(anyString()))
        .thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
    doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)))
        .when(request)
        .setAttribute(anyString(), any());
    when(request.getScheme()).thenReturn("http");
    when(request.getServerName()).thenReturn("market");
    when(request.getServerPort()).thenReturn(80);
    body("");
  }

  @CanIgnoreReturnValue
  Exchange header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Sent by that peer. */
  @CanIgnoreReturnValue
  Exchange from(String peer) {
    when(request.getRemoteAddr()).thenReturn(peer);
    return this;
  }

  @CanIgnoreReturnValue
  Exchange body(String text) throws IOException {
    return body(text.getBytes(StandardCharsets.UTF_8), -1);
  }

  @CanIgnoreReturnValue
  Exchange body(byte[] bytes, long length) throws IOException {
    when(request.getInputStream()).thenAnswer(_ -> ReadBody.stream(bytes));
    when(request.getContentLengthLong()).thenReturn(length);
    return this;
  }

  Exchange by(@Nullable CallerPrincipal caller) {
    when(request.getUserPrincipal()).thenReturn(caller);
    return this;
  }

  @CanIgnoreReturnValue
  Exchange through(Filter filter, FilterChain chain) throws IOException, ServletException {
    filter.doFilter(request, response, chain);
    return this;
  }

  KeptAnswer answer() {
    return response.whole();
  }

  String code() throws IOException {
    return Json.MAPPER.readTree(answer().body()).path("code").asText();
  }

  /** Answers as a resource would. */
  static void write(HttpServletResponse response, int status, String json) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    try (ServletOutputStream out = response.getOutputStream()) {
      out.write(json.getBytes(StandardCharsets.UTF_8));
    }
  }
}
