package org.mercat.bootstrap.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The API over HTTP, as any client calls it. */
final class DemoCalls implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What came back. */
  record Answer(int status, JsonNode body) {
    String text(String name) {
      return body.path(name).asText();
    }
  }

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String root;

  DemoCalls(String root) {
    this.root = root;
  }

  /** Gets what is public. */
  Answer get(String path) throws DemoStopped, InterruptedException {
    return expectSuccess("GET " + path, send(request(path).GET()));
  }

  Answer get(String token, String path) throws DemoStopped, InterruptedException {
    return expectSuccess("GET " + path, send(signedIn(token, path).GET()));
  }

  /** Gets what need not be there. */
  Optional<JsonNode> find(String token, String path) throws DemoStopped, InterruptedException {
    Answer answer = send(signedIn(token, path).GET());
    return answer.status() == 404
        ? Optional.empty()
        : Optional.of(expectSuccess("GET " + path, answer).body());
  }

  /** Posts as somebody who has not signed in. */
  Answer post(String path, Map<String, ?> body) throws DemoStopped, InterruptedException {
    return expectSuccess("POST " + path, send(withBody(request(path), "POST", body)));
  }

  /** Posts once, however often it should be sent. */
  Answer post(String token, String path, Map<String, ?> body)
      throws DemoStopped, InterruptedException {
    HttpRequest.Builder request =
        withBody(signedIn(token, path), "POST", body)
            .header("Idempotency-Key", UUID.randomUUID().toString());
    return expectSuccess("POST " + path, send(request));
  }

  Answer put(String token, String path, Map<String, ?> body)
      throws DemoStopped, InterruptedException {
    return expectSuccess("PUT " + path, send(withBody(signedIn(token, path), "PUT", body)));
  }

  /** Presses the button of a page. */
  void press(String url) throws DemoStopped, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).POST(BodyPublishers.noBody());
    int status = response(request).statusCode();
    if (status >= 400) {
      throw new DemoStopped("The page of the payment provider answered %d.".formatted(status));
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .timeout(PATIENCE)
        .header("Accept", "application/json");
  }

  private HttpRequest.Builder signedIn(String token, String path) {
    return request(path).header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder withBody(
      HttpRequest.Builder request, String method, Map<String, ?> body) {
    try {
      return request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Answer send(HttpRequest.Builder request) throws DemoStopped, InterruptedException {
    HttpResponse<String> response = response(request);
    try {
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (JsonProcessingException e) {
      throw new DemoStopped(
          "%s answered %d without JSON: is it Mercat?"
              .formatted(response.uri(), response.statusCode()),
          e);
    }
  }

  private HttpResponse<String> response(HttpRequest.Builder request)
      throws DemoStopped, InterruptedException {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new DemoStopped(
          "No server answers at %s. Start one with ./mercat start, in another terminal."
              .formatted(root),
          e);
    }
  }

  private static Answer expectSuccess(String what, Answer answer) throws DemoStopped {
    if (answer.status() >= 300) {
      throw new DemoStopped(
          "%s answered %d %s: %s"
              .formatted(what, answer.status(), answer.text("code"), answer.text("detail")));
    }
    return answer;
  }

  @Override
  public void close() {
    client.close();
  }
}
