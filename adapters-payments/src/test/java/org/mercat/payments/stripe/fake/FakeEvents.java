package org.mercat.payments.stripe.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What has happened, told to an endpoint by signed requests, in its order, each until it is taken.
 * The events are of an API version that no library here knows.
 */
final class FakeEvents implements AutoCloseable {

  private static final String VERSION_OF_TOMORROW = "2099-01-01.tomorrow";
  private static final int TRIES = 100;

  /** Where events are told, and what signs them. */
  private record Endpoint(URI address, String secret) {}

  private final InstantSource clock;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final LinkedBlockingQueue<String> waiting = new LinkedBlockingQueue<>();
  private final List<String> told = new ArrayList<>();
  private final List<Integer> answers = new ArrayList<>();
  private Optional<Endpoint> endpoint = Optional.empty();
  private final Thread thread = Thread.ofVirtual().unstarted(this::work);
  private int made;

  FakeEvents(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void tell(URI address, String secret) {
    endpoint = Optional.of(new Endpoint(address, secret));
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  synchronized void add(String type, ObjectNode thing) {
    made++;
    add(type.startsWith("v2.") ? thin(type, thing) : snapshot(type, thing));
  }

  /** Of something that an account of a payee has. */
  synchronized void add(String type, ObjectNode thing, String account) {
    made++;
    add(snapshot(type, thing).put("account", account));
  }

  private void add(ObjectNode event) {
    told.add(event.toString());
    if (endpoint.isPresent()) {
      var _ = waiting.add(event.toString());
    }
  }

  /** The bodies of all events so far, the oldest first. */
  synchronized List<String> all() {
    return List.copyOf(told);
  }

  /** The snapshots of the platform's own account, the newest first. */
  synchronized FakeAnswer list(FakeRequest request) {
    var since = request.parameter("created[gte]").map(Long::parseLong).orElse(0L);
    var end = request.parameter("created[lt]").map(Long::parseLong).orElse(Long.MAX_VALUE);
    var after = request.parameter("starting_after");
    var limit = request.parameter("limit").map(Integer::parseInt).orElse(10);
    var fitting =
        told.reversed().stream()
            .map(FakeRequest::parsed)
            .filter(event -> event.path("object").asText().equals("event"))
            .filter(event -> !event.has("account"))
            .filter(event -> event.path("created").asLong() >= since)
            .filter(event -> event.path("created").asLong() < end)
            .toList();
    var start =
        after
            .map(
                last ->
                    fitting.stream().map(each -> each.path("id").asText()).toList().indexOf(last)
                        + 1)
            .orElse(0);
    var page = JsonNodeFactory.instance.objectNode().put("object", "list").put("url", "/v1/events");
    page.put("has_more", fitting.size() > start + limit);
    var items = page.putArray("data");
    fitting.stream().skip(start).limit(limit).forEach(items::add);
    return FakeAnswer.ok(page);
  }

  /** With what status each request was answered. */
  List<Integer> answers() {
    synchronized (answers) {
      return List.copyOf(answers);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    http.shutdownNow();
  }

  private ObjectNode snapshot(String type, ObjectNode thing) {
    var event = event("event", type).put("created", clock.instant().getEpochSecond());
    event.put("api_version", VERSION_OF_TOMORROW);
    event.putObject("data").set("object", thing.deepCopy());
    return event;
  }

  private ObjectNode thin(String type, JsonNode thing) {
    var event = event("v2.core.event", type).put("created", clock.instant().toString());
    var id = thing.path("id").asText();
    event
        .putObject("related_object")
        .put("id", id)
        .put("type", thing.path("object").asText())
        .put("url", "/v2/core/accounts/" + id);
    return event;
  }

  private ObjectNode event(String object, String type) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", "evt_fake%06d".formatted(made))
        .put("object", object)
        .put("type", type)
        .put("livemode", false);
  }

  private void work() {
    try {
      while (true) {
        deliver(waiting.take());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(String body) throws InterruptedException {
    for (var count = 0; count < TRIES; count++) {
      if (isTaken(body)) {
        return;
      }
    }
  }

  private boolean isTaken(String body) throws InterruptedException {
    var to = target();
    try {
      var request =
          HttpRequest.newBuilder(to.address())
              .header("Content-Type", "application/json; charset=utf-8")
              .header("Stripe-Signature", signed(body, to.secret()))
              .POST(BodyPublishers.ofString(body))
              .build();
      var status = http.send(request, BodyHandlers.discarding()).statusCode();
      synchronized (answers) {
        answers.add(status);
      }
      return status / 100 == 2;
    } catch (IOException _) {
      return false;
    }
  }

  private synchronized Endpoint target() {
    return endpoint.orElseThrow();
  }

  private String signed(String body, String secret) {
    try {
      return Webhook.Signature.generateSignatureHeader(
          body, secret, clock.instant().getEpochSecond());
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
