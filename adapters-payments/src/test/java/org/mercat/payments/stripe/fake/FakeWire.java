package org.mercat.payments.stripe.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** How answers are written. */
final class FakeWire {

  private FakeWire() {}

  static void write(HttpExchange exchange, FakeAnswer answer) throws IOException {
    var body = begin(exchange, answer);
    exchange.getResponseBody().write(body);
  }

  /** The connection stays open, and nothing more comes. */
  static void stall(HttpExchange exchange, FakeAnswer answer) throws IOException {
    var body = begin(exchange, answer);
    var out = exchange.getResponseBody();
    out.write(body, 0, 1);
    out.flush();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] begin(HttpExchange exchange, FakeAnswer answer) throws IOException {
    var body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Request-Id", "req_fake");
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), body.length);
    return body;
  }
}
