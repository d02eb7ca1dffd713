package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mercat.application.shared.Caller;
import org.mercat.application.shared.InMemoryEventOutbox;
import org.mercat.application.shared.InMemoryKeptAnswers;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.identity.SessionId;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Role;

class IdempotencyFilterTest {

  record BookingMade(Instant at, Subject subject) implements DomainEvent {}

  private final InMemoryKeptAnswers answers = new InMemoryKeptAnswers();
  private final InMemoryEventOutbox outbox = new InMemoryEventOutbox(new Reactions());
  private final UnitOfWork unitOfWork = answers.keeping(new InMemoryUnitOfWork(outbox), outbox);
  private final AtomicBoolean inWork = new AtomicBoolean();
  private final IdempotencyFilter filter =
      new IdempotencyFilter(
          answers,
          _ -> inWork.get(),
          fingerprint -> "digest of " + fingerprint,
          InstantSource.system(),
          Duration.ofMillis(200));
  private final CallerPrincipal client =
      new CallerPrincipal(
          new Caller(new UserId(UUID.randomUUID()), Set.of(Role.CLIENT)),
          new SessionId(UUID.randomUUID()));
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void what_moves_time_is_not_done_without_a_key() throws Exception {
    var exchange =
        new Exchange("POST", "/bookings")
            .by(client)
            .through(filter, (_, _) -> made.incrementAndGet());

    assertThat(exchange.code()).isEqualTo("IDEMPOTENCY_KEY_MISSING");
    assertThat(made).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "\u00e9", "\"open"})
  void a_key_that_is_none_is_not_read(String key) throws Exception {
    assertThat(booking(key, "{}", this::make).code()).isEqualTo("UNREADABLE_REQUEST");
  }

  @Test
  void a_key_has_255_characters_at_the_most() throws Exception {
    assertThat(booking("k".repeat(255), "{}", this::make).answer().status()).isEqualTo(201);
    assertThat(booking("k".repeat(256), "{}", this::make).answer().status()).isEqualTo(400);
  }

  @Test
  void the_second_answer_is_the_first_byte_for_byte() throws Exception {
    var first = booking("key", "{}", this::make);
    var second = booking("\"key\"", "{}", this::make);

    assertThat(first.response.getHeader("Idempotent-Replayed")).isNull();
    assertThat(second.response.getHeader("Idempotent-Replayed")).isEqualTo("true");
    assertThat(second.answer().body()).isEqualTo(first.answer().body());
    assertThat(second.answer().status()).isEqualTo(201);
    assertThat(second.response.getHeader("Location")).isEqualTo("/api/v1/bookings/1");
    assertThat(made).hasValue(1);
  }

  @Test
  void another_body_under_the_key_is_refused() throws Exception {
    var first = booking("key", "{}", this::make);

    assertThat(first.answer().status()).isEqualTo(201);
    assertThat(booking("key", "{\"a\":1}", this::make).code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void what_changed_nothing_may_be_sent_again() throws Exception {
    var refused = booking("key", "{}", (_, response) -> write(response, 409, "{}"));
    var done = booking("key", "{}", this::make);

    assertThat(refused.answer().status()).isEqualTo(409);
    assertThat(done.answer().status()).isEqualTo(201);
    assertThat(done.response.getHeader("Idempotent-Replayed")).isNull();
  }

  @Test
  void a_decline_is_kept() throws Exception {
    var declined = booking("key", "{}", (_, response) -> write(response, 402, "{\"n\":1}"));
    var again = booking("key", "{}", this::make);

    assertThat(declined.answer().status()).isEqualTo(402);
    assertThat(again.answer().status()).isEqualTo(402);
    assertThat(again.answer().body()).isEqualTo("{\"n\":1}");
  }

  @Test
  void twins_get_the_answer_of_the_first() throws Exception {
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () ->
                unchecked(
                    () ->
                        booking(
                            "key",
                            "{}",
                            (request, response) -> {
                              inside.countDown();
                              assertThat(unchecked(() -> goOn.await(60, TimeUnit.SECONDS)))
                                  .isTrue();
                              make(request, response);
                            })));
    assertThat(unchecked(() -> inside.await(60, TimeUnit.SECONDS))).isTrue();
    var late = booking("key", "{}", this::make);
    goOn.countDown();
    var body = first.join().answer().body();
    var afterwards = booking("key", "{}", this::make);

    assertThat(late.code()).isEqualTo("IDEMPOTENCY_IN_FLIGHT");
    assertThat(late.response.getHeader("Retry-After")).isEqualTo("1");
    assertThat(afterwards.answer().body()).isEqualTo(body);
    assertThat(made).hasValue(1);
  }

  @Test
  void an_answer_that_was_lost_is_made_again_from_what_is_there_now() throws Exception {
    var lost = booking("key", "{}", this::makeAndFail);
    var seen = new ArrayList<String>();
    var again =
        booking(
            "key",
            "{}",
            (request, response) -> {
              var http = (HttpServletRequest) request;
              seen.add(http.getMethod() + " " + http.getRequestURI());
              write(response, 200, "{\"now\":true}");
            });
    var replayed = booking("key", "{}", this::make);

    assertThat(lost.answer().status()).isEqualTo(500);
    var id = outbox.events().getFirst().subject().id();
    assertThat(seen).containsExactly("GET /api/v1/bookings/" + id);
    assertThat(again.answer().status()).isEqualTo(201);
    assertThat(again.response.getHeader("Location")).isEqualTo("/api/v1/bookings/" + id);
    assertThat(replayed.answer().body()).isEqualTo("{\"now\":true}");
    assertThat(made).hasValue(1);
  }

  @Test
  void while_the_outcome_is_awaited_there_is_no_answer() throws Exception {
    var lost = booking("key", "{}", this::makeAndFail);
    inWork.set(true);

    assertThat(lost.answer().status()).isEqualTo(500);
    assertThat(booking("key", "{}", this::make).code()).isEqualTo("IDEMPOTENCY_IN_FLIGHT");
    assertThat(made).hasValue(1);
  }

  @Test
  void a_route_that_makes_nothing_is_answered_the_same_again() throws Exception {
    List<String> bodies = new ArrayList<>();
    for (var body : List.of("1", "2")) {
      bodies.add(booking("key", "{}", (_, r) -> write(r, 200, body)).answer().body());
    }

    assertThat(bodies).containsExactly("1", "1");
  }

  private Exchange booking(String key, String body, FilterChain chain) throws Exception {
    var exchange =
        new Exchange("POST", "/bookings").header("Idempotency-Key", key).body(body).by(client);
    return exchange.through(
        new BodyFilter(), (request, response) -> filter.doFilter(request, response, chain));
  }

  private void make(ServletRequest request, ServletResponse response) throws IOException {
    var number = book();
    ((HttpServletResponse) response).setHeader("Location", "/api/v1/bookings/" + number);
    write(response, 201, "{\"number\":" + number + "}");
  }

  private void makeAndFail(ServletRequest request, ServletResponse response) throws IOException {
    var number = book();
    write(response, 500, "{\"number\":" + number + "}");
  }

  private int book() {
    return unitOfWork.run(
        () -> {
          outbox.append(
              new BookingMade(
                  Instant.EPOCH, new DomainEvent.Subject("booking", UUID.randomUUID())));
          return made.incrementAndGet();
        });
  }

  private static void write(ServletResponse response, int status, String json) throws IOException {
    Exchange.write((HttpServletResponse) response, status, json);
  }

  private static <T> T unchecked(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
