package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server behind a proxy that it trusts, watched by somebody with a token and a collector. */
class BehindProxyIT {

  private static final String TOKEN = UUID.randomUUID().toString();
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final Queue<String> RECEIVED = new ConcurrentLinkedQueue<>();

  private static @Nullable HttpServer collector;
  private static @Nullable ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var started = HttpServer.create(loopback, 0);
    started.createContext(
        "/v1/traces",
        call -> {
          var body = call.getRequestBody().readAllBytes();
          RECEIVED.add(new String(body, StandardCharsets.ISO_8859_1));
          call.sendResponseHeaders(200, -1);
          call.close();
        });
    started.start();
    collector = started;
    var endpoint = "http://localhost:" + started.getAddress().getPort();
    server =
        ServerProcess.launch(
            "behind-proxy",
            Map.of(
                "MERCAT_TRUSTED_PROXIES", "127.0.0.0/8, ::1",
                "MERCAT_HSTS_SECONDS", "31536000",
                "MERCAT_METRICS", "token",
                "MERCAT_METRICS_TOKEN", TOKEN,
                "MERCAT_TRACES_ENDPOINT", endpoint,
                "OTEL_BSP_SCHEDULE_DELAY", "100"));
    server.awaitReady();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (collector != null) {
      collector.stop(0);
    }
  }

  @Test
  void browsers_that_came_to_the_proxy_by_tls_shall_go_on_so() {
    var byTls = sent(to("/api/v1/search").header("X-Forwarded-Proto", "https"));
    var plain = sent(to("/api/v1/search"));

    assertThat(byTls.expect(200).headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000; includeSubDomains");
    assertThat(plain.expect(200).headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void only_the_token_opens_the_metrics() {
    assertThat(sent(to("/metrics")).expectProblem(401, "UNAUTHENTICATED").text())
        .doesNotContain("mercat_db_up");
    assertThat(sent(to("/metrics").header("Authorization", "Bearer " + TOKEN)).expect(200).text())
        .contains("mercat_db_up 1");
  }

  @Test
  void the_span_of_a_request_goes_to_the_collector_within_the_trace_of_the_caller() {
    var parent = "00-" + TRACE + "-b7ad6b7169203331-01";
    var digits = HexFormat.of().parseHex(TRACE);
    var bytes = new String(digits, StandardCharsets.ISO_8859_1);

    sent(to("/api/v1/search").header("traceparent", parent)).expect(200);

    Market.await(() -> RECEIVED.stream().anyMatch(spans -> spans.contains(bytes)));
    assertThat(RECEIVED)
        .filteredOn(spans -> spans.contains(bytes))
        .singleElement()
        .asString()
        .contains("GET /api/v1/search")
        .doesNotContain(TOKEN, "java.options");
  }

  @Test
  void a_line_for_people_tells_the_same_of_a_request() {
    var id = "text-" + UUID.randomUUID();
    sent(to("/api/v1/listings/nothing-here").header("Request-Id", id)).expect(404);

    Market.await(() -> log().contains(id));
    assertThat(log().lines().filter(line -> line.contains(id)))
        .singleElement()
        .asString()
        .containsPattern("GET /api/v1/listings/\\{listing} 404 \\d+ ms " + id);
  }

  private static String log() {
    try {
      return Files.readString(
          running().data().resolve("logs").resolve("messages.log"), StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static HttpRequest.Builder to(String path) {
    return Api.of(running().url()).request(running().url() + path);
  }

  private static Api.Answer sent(HttpRequest.Builder request) {
    return Api.of(running().url()).send(request);
  }

  private static ServerProcess running() {
    if (server == null) {
      throw new IllegalStateException("no server");
    }
    return server;
  }
}
