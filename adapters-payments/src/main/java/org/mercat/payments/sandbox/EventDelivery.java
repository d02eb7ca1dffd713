package org.mercat.payments.sandbox;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mercat.application.shared.PortUnavailable;
import org.mercat.payments.sandbox.EventRow.State;
import org.mercat.payments.shared.WebhookSignature;

/**
 * Sends the events to the application, as an outside party does: by HTTP, signed, again and again
 * until they are taken, and in no order that one may rely on.
 */
final class EventDelivery implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(EventDelivery.class.getName());
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  /** Another node may have left something. */
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  private final SandboxDatabase database;
  private final WebhookSignature signature;
  private final URI endpoint;
  private final Bell bell;
  private final InstantSource clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_WITHIN)
          .build();
  private volatile boolean stopped;
  private final Thread thread = Thread.ofVirtual().name("sandbox-events").unstarted(this::work);

  EventDelivery(
      SandboxDatabase database,
      WebhookSignature signature,
      URI endpoint,
      Bell bell,
      InstantSource clock) {
    this.database = database;
    this.signature = signature;
    this.endpoint = endpoint;
    this.bell = bell;
    this.clock = clock;
  }

  void start() {
    thread.start();
  }

  /** Not by an interrupt, which would tear a connection of the database. */
  @Override
  public void close() {
    stopped = true;
    bell.ring();
    http.shutdownNow();
    try {
      if (thread.getState() != Thread.State.NEW && !thread.join(STOP_WITHIN)) {
        LOG.log(Level.WARNING, "the sandbox is still sending an event");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends what is due; returns how many events that were. */
  int deliverDue() {
    var due =
        database.run(
            connection ->
                DeliveryRules.read(connection).held()
                    ? List.<EventRow>of()
                    : EventRow.lease(connection, clock.instant()));
    due.forEach(this::deliver);
    return due.size();
  }

  /** Sends an event now, whatever has become of it before; returns what was answered, if it was. */
  OptionalInt send(EventRow event) {
    var answer = post(event);
    if (isTaken(answer)) {
      var _ = database.run(connection -> event.end(connection, State.DELIVERED));
    }
    return answer;
  }

  private void work() {
    while (!stopped) {
      bell.await(rest());
    }
  }

  /** Sends what is due; returns how long there will be nothing to do. */
  private Duration rest() {
    try {
      return deliverDue() > 0 ? Duration.ZERO : untilNext();
    } catch (PortUnavailable failure) {
      LOG.log(Level.WARNING, "no event can be sent now", failure);
      return LONGEST_REST;
    }
  }

  private Duration untilNext() {
    var held = database.run(DeliveryRules::read).held();
    var next = held ? Optional.<Duration>empty() : database.run(EventRow::nextDue).map(this::until);
    return next.filter(rest -> rest.compareTo(LONGEST_REST) < 0).orElse(LONGEST_REST);
  }

  private Duration until(Instant due) {
    var rest = Duration.between(clock.instant(), due);
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  private void deliver(EventRow event) {
    var isLost = event.attempts() <= event.journey().misses();
    var isTaken = !isLost && isTaken(post(event));
    for (var copy = 2; isTaken && copy <= event.journey().copies(); copy++) {
      isTaken = isTaken(post(event));
    }
    var arrived = isTaken;
    var _ =
        database.run(
            connection -> {
              if (arrived) {
                return event.end(connection, State.DELIVERED);
              }
              event.failed(connection, clock.instant());
              return false;
            });
  }

  private OptionalInt post(EventRow event) {
    var body = event.body().getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(endpoint)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json")
            .header(SandboxWebhookResource.HEADER, signature.header(body, clock.instant()))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return OptionalInt.of(http.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException failure) {
      LOG.log(Level.DEBUG, "the event " + event.id() + " did not arrive", failure);
      return OptionalInt.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  private static boolean isTaken(OptionalInt status) {
    return status.isPresent() && status.getAsInt() / 100 == 2;
  }
}
