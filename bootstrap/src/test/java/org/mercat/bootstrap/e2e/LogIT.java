package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log of the real server: one line for each request, and nothing that is nobody's business. */
class LogIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final Market market = Market.shared();
  private final String secret = "s3cret" + UUID.randomUUID().toString().replace("-", "");

  @Test
  void a_request_is_one_line_with_its_operation_its_answer_and_its_id() {
    var id = "line-" + UUID.randomUUID();
    var request =
        market
            .anybody()
            .request("/listings/" + secret + "?q=" + secret)
            .header("Request-Id", id)
            .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");

    assertThat(market.anybody().send(request).status()).isBetween(400, 404);

    Market.await(() -> lines(id).size() == 1);
    var line = lines(id).getFirst();
    assertThat(line.path("ext_route").asText()).isEqualTo("/api/v1/listings/{listing}");
    assertThat(line.path("ext_method").asText()).isEqualTo("GET");
    assertThat(line.path("ext_status").asText()).startsWith("40");
    assertThat(line.path("ext_traceId").asText()).isEqualTo(TRACE);
    assertThat(line.path("ext_durationMillis").asText()).matches("\\d+");
  }

  /** Whoever tries what is not allowed, or is not right, can be found by the lines. */
  @ParameterizedTest
  @CsvSource({
    "/admin/ledger/verify, 403",
    "/listings/01990dff-1a2b-7c3d-8e4f-5a6b7c8d9e0f, 404",
    "/bookings?limit=0, 400",
  })
  void what_is_refused_has_its_line_too(String path, int status) {
    var id = "refused-" + UUID.randomUUID();
    var client = market.client();

    client.send(client.request(path).header("Request-Id", id).GET()).expect(status);

    Market.await(() -> lines(id).size() == 1);
    assertThat(lines(id).getFirst().path("ext_status").asInt()).isEqualTo(status);
  }

  @Test
  void no_secret_of_a_request_is_in_any_log() {
    var email = secret + "@example.org";
    var person =
        Map.of(
            "email", email,
            "password", "pass " + secret,
            "firstName", "First" + secret,
            "lastName", "Last" + secret,
            "role", "client");
    var anybody = market.anybody();
    anybody.post("/auth/register", person).expect(201);
    var _ = anybody.post("/auth/register", person);
    var tokens =
        anybody
            .post("/auth/login", Map.of("email", email, "password", "pass " + secret))
            .expect(200)
            .json();
    for (var body : wrongBodies()) {
      for (var path : List.of("/auth/login", "/auth/register", "/bookings", "/" + secret)) {
        assertThat(anybody.post(path, body, secret).status()).isGreaterThanOrEqualTo(400);
      }
    }
    var id = "last-" + UUID.randomUUID();
    var last =
        anybody
            .request("/bookings/" + secret + "?token=" + secret + "&email=" + email)
            .header("Authorization", "Bearer " + secret)
            .header("Cookie", "session=" + secret)
            .header("User-Agent", secret)
            .header("Referer", "https://example.org/" + secret)
            .header("X-Forwarded-For", secret)
            .header("Request-Id", id)
            .method(secret.toUpperCase(Locale.ROOT), BodyPublishers.ofString(secret));
    assertThat(anybody.send(last).status()).isGreaterThanOrEqualTo(400);

    Market.await(() -> lines(id).size() == 1);
    assertThat(logs())
        .doesNotContainIgnoringCase(secret)
        .doesNotContain(tokens.path("accessToken").asText(), tokens.path("refreshToken").asText())
        .doesNotContain(Market.PASSWORD, "mercat-admin-please-change");
  }

  private List<String> wrongBodies() {
    return List.of(
        "{\"password\": \"" + secret + "\"",
        "{\"password\": \"" + secret + "\", \"password\": 1}",
        "{\"" + secret + "\": 1, \"email\": {\"a\": \"" + secret + "\"}}",
        "\"" + secret + "\"",
        "{\"email\": \"" + secret + "\\u0000\", \"password\": \"" + secret + "\"}");
  }

  /** The lines of the access log with that id. */
  private static List<JsonNode> lines(String id) {
    var found = new ArrayList<JsonNode>();
    for (var line : read(folder().resolve("messages.log")).lines().toList()) {
      if (line.contains(id)) {
        try {
          found.add(JSON.readTree(line));
        } catch (IOException halfWritten) {
          return List.of();
        }
      }
    }
    return found;
  }

  private static String logs() {
    try (var files = Files.walk(folder())) {
      var all = new StringBuilder();
      files.filter(Files::isRegularFile).map(LogIT::read).forEach(all::append);
      return all.toString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path folder() {
    return OneServerForAllTests.data().resolve("logs");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
