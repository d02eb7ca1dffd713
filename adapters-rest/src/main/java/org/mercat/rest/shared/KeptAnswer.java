package org.mercat.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A whole answer, as it is kept under a key and sent, the second time as the first. */
record KeptAnswer(int status, Map<String, List<String>> headers, String body) {

  /** Those that tell of one connection or of one moment. */
  private static final Set<String> NOT_KEPT =
      Set.of("connection", "content-length", "date", "request-id", "transfer-encoding");

  KeptAnswer {
    var kept = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, values) -> {
          if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
            kept.put(name, List.copyOf(values));
          }
        });
    headers = Collections.unmodifiableMap(kept);
  }

  static KeptAnswer read(String text) {
    try {
      return Json.MAPPER.readValue(text, KeptAnswer.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("an answer was kept that cannot be read", broken);
    }
  }

  String text() {
    try {
      return Json.MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  void send(HttpServletResponse response) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
