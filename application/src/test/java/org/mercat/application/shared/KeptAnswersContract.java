package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.KeptAnswers.Found;
import org.mercat.domain.identity.UserId;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.DomainEvent.Subject;

/** What every adapter of {@link KeptAnswers} promises, together with its {@link UnitOfWork}. */
public interface KeptAnswersContract {

  Duration PATIENCE = Duration.ofSeconds(60);

  record NoteWritten(Instant at, Subject subject) implements DomainEvent {}

  KeptAnswers answers();

  UnitOfWork unitOfWork();

  EventOutbox outbox();

  @Test
  default void a_key_that_nobody_used_is_unknown() {
    assertThat(answers().find(key("body"))).isEqualTo(new Found.Unknown());
  }

  @Test
  default void a_key_is_kept_with_what_was_made_first() {
    var call = new KeyedCall(key("body"));
    var made = note();

    var done =
        call.run(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          outbox().append(new NoteWritten(Instant.EPOCH, made));
                          outbox().append(new NoteWritten(Instant.EPOCH, note()));
                          return made;
                        }));

    assertThat(done).isEqualTo(made);
    assertThat(call.isKept()).isTrue();
    assertThat(answers().find(call.key()))
        .isInstanceOfSatisfying(
            Found.Open.class, open -> assertThat(open.made()).isEqualTo(Optional.of(made)));
  }

  @Test
  default void a_unit_that_made_nothing_keeps_no_key() {
    var call = new KeyedCall(key("body"));

    assertThat(call.run(() -> unitOfWork().run(() -> "read"))).isEqualTo("read");

    assertThat(call.isKept()).isFalse();
    assertThat(answers().find(call.key())).isEqualTo(new Found.Unknown());
  }

  @Test
  default void a_unit_that_fails_keeps_no_key() {
    var call = new KeyedCall(key("body"));
    var failure = new IllegalArgumentException("after the event");

    assertThatThrownBy(
            () ->
                call.run(
                    () ->
                        unitOfWork()
                            .run(
                                () -> {
                                  outbox().append(new NoteWritten(Instant.EPOCH, note()));
                                  throw failure;
                                })))
        .isSameAs(failure);

    assertThat(call.isKept()).isFalse();
    assertThat(answers().find(call.key())).isEqualTo(new Found.Unknown());
  }

  @Test
  default void a_call_goes_on_after_the_unit_that_kept_its_key() {
    var call = new KeyedCall(key("body"));
    var first = make(call);

    make(call);

    assertThat(answers().find(call.key()))
        .isInstanceOfSatisfying(
            Found.Open.class, open -> assertThat(open.made()).isEqualTo(Optional.of(first)));
  }

  @Test
  default void a_call_under_a_key_that_was_used_does_nothing() {
    var key = key("body");
    make(new KeyedCall(key));
    var again = new KeyedCall(key);

    assertThatThrownBy(() -> make(again)).isInstanceOf(KeyInFlight.class);

    assertThat(again.isKept()).isFalse();
  }

  @Test
  default void of_two_calls_at_once_under_one_key_one_does_nothing() {
    var key = key("body");
    var twin = new AtomicReference<CompletableFuture<Subject>>();

    var done =
        new KeyedCall(key)
            .run(
                () ->
                    unitOfWork()
                        .run(
                            () -> {
                              outbox().append(new NoteWritten(Instant.EPOCH, note()));
                              twin.set(
                                  CompletableFuture.supplyAsync(() -> make(new KeyedCall(key))));
                              return "done";
                            }));

    assertThat(done).isEqualTo("done");
    assertThat(twin.get())
        .failsWithin(PATIENCE)
        .withThrowableOfType(java.util.concurrent.ExecutionException.class)
        .withCauseInstanceOf(KeyInFlight.class);
  }

  @Test
  default void the_first_answer_stays() {
    var call = new KeyedCall(key("body"));
    make(call);

    assertThat(answers().store(call.key(), "first")).isEqualTo("first");
    assertThat(answers().store(call.key(), "second")).isEqualTo("first");

    assertThat(answers().find(call.key())).isEqualTo(new Found.Answered("first"));
  }

  @Test
  default void a_call_that_made_nothing_may_be_answered_for_good() {
    var key = key("body");

    assertThat(answers().store(key, "answer")).isEqualTo("answer");

    assertThat(answers().find(key)).isEqualTo(new Found.Answered("answer"));
    assertThatThrownBy(() -> make(new KeyedCall(key))).isInstanceOf(KeyInFlight.class);
  }

  @Test
  default void a_key_cannot_be_used_for_another_call() {
    var key = key("body");
    var other = new CallerKey(key.person(), key.act(), key.key(), fingerprint("another body"));
    make(new KeyedCall(key));

    assertThat(answers().find(other)).isEqualTo(new Found.Reused());
    assertThat(answers().store(key, "answer")).isEqualTo("answer");
    assertThat(answers().find(other)).isEqualTo(new Found.Reused());
    assertThatThrownBy(() -> make(new KeyedCall(other))).isInstanceOf(KeyInFlight.class);
  }

  @Test
  default void a_key_belongs_to_one_person_and_one_act() {
    var key = key("body");
    assertThat(answers().store(key, "answer")).isEqualTo("answer");

    assertThat(answers().find(new CallerKey(person(), key.act(), key.key(), key.fingerprint())))
        .isEqualTo(new Found.Unknown());
    assertThat(
            answers()
                .find(new CallerKey(key.person(), "POST /other", key.key(), key.fingerprint())))
        .isEqualTo(new Found.Unknown());
  }

  @CanIgnoreReturnValue
  private Subject make(KeyedCall call) {
    return call.run(
        () ->
            unitOfWork()
                .run(
                    () -> {
                      var made = note();
                      outbox().append(new NoteWritten(Instant.EPOCH, made));
                      return made;
                    }));
  }

  private static Subject note() {
    return new Subject("note", UUID.randomUUID());
  }

  private static CallerKey key(String body) {
    return new CallerKey(person(), "POST /notes", UUID.randomUUID().toString(), fingerprint(body));
  }

  private static UserId person() {
    return new UserId(UUID.randomUUID());
  }

  private static String fingerprint(String body) {
    return Integer.toHexString(body.hashCode());
  }
}
