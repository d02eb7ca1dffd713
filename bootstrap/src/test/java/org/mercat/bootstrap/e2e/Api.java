package org.mercat.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The API of a server, as a client over HTTP calls it, in the name of one person. */
public final class Api {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What a server has answered. */
  record Answer(int status, HttpHeaders headers, String text) {

    JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException unreadable) {
        throw new UncheckedIOException(text, unreadable);
      }
    }

    /** The answer, if it has this status. */
    @CanIgnoreReturnValue
    Answer expect(int expected) {
      assertThat(status).as(text).isEqualTo(expected);
      return this;
    }

    /** The answer, if it is a problem of this status and code. */
    @CanIgnoreReturnValue
    Answer expectProblem(int expected, String code) {
      assertThat(status).as(text).isEqualTo(expected);
      assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("application/problem+");
      assertThat(json().path("code").asText()).as(text).isEqualTo(code);
      return this;
    }

    String id() {
      return json().path("id").asText();
    }

    boolean isReplayed() {
      return headers.firstValue("Idempotent-Replayed").filter("true"::equals).isPresent();
    }
  }

  private final String server;
  private final Optional<String> host;
  private final Optional<String> token;

  private Api(String server, Optional<String> host, Optional<String> token) {
    this.server = server;
    this.host = host;
    this.token = token;
  }

  /** Somebody who has not signed in. */
  static Api of(String server) {
    return new Api(server, Optional.empty(), Optional.empty());
  }

  Api signedIn(String email, String password) {
    var login = Map.of("email", email, "password", password);
    var anybody = new Api(server, host, Optional.empty());
    var tokens = anybody.post("/auth/login", login).expect(200).json();
    return withToken(tokens.path("accessToken").asText());
  }

  /** The same in the name of whoever the token is of. */
  Api withToken(String text) {
    return new Api(server, host, Optional.of(text));
  }

  /** The same through a proxy that says by which name it was reached. */
  Api at(String name) {
    return new Api(server, Optional.of(name), token);
  }

  String server() {
    return server;
  }

  /** Where it is reached, and nothing of the person. */
  @Override
  public String toString() {
    return server + host.map(name -> " as " + name).orElse("");
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  /** A POST under a key of its own. */
  Answer post(String path, Object body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  Answer post(String path, Object body, String key) {
    return send(
        request(path)
            .header("Idempotency-Key", key)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(text(body))));
  }

  /** A POST without members. */
  Answer post(String path) {
    return send(
        request(path)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.noBody()));
  }

  Answer put(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(text(body))));
  }

  /** A PUT of what exists already, in the version that is there now. */
  Answer putOver(String path, Object body) {
    return putOver(path, path, body);
  }

  /** A PUT of what exists already, in the version in which something else shows it. */
  Answer putOver(String seen, String path, Object body) {
    var tag = get(seen).expect(200).headers().firstValue("ETag").orElseThrow();
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", tag)
            .PUT(BodyPublishers.ofString(text(body))));
  }

  /** A request that a test puts together itself, to this path of the API. */
  public HttpRequest.Builder request(String path) {
    var address = path.startsWith("http") ? path : server + "/api/v1" + path;
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    host.ifPresent(name -> request.header("X-Forwarded-Host", name));
    token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
    return request;
  }

  Answer send(HttpRequest.Builder request) {
    try {
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String text(Object body) {
    try {
      return body instanceof String text ? text : JSON.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
