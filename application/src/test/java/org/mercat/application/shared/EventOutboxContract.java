package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.domain.shared.DomainEvent;

/** What every adapter of {@link EventOutbox} promises. */
public interface EventOutboxContract {

  /** An event of no context. */
  record NoteWritten(Instant at, Subject subject) implements DomainEvent {
    static NoteWritten fresh() {
      return new NoteWritten(
          Instant.parse("2026-11-15T14:00:00Z"), new Subject("note", UUID.randomUUID()));
    }
  }

  /** What a reaction to it does, in the end. */
  record NoteRead(Instant at, Subject subject) implements DomainEvent {}

  Reactions reactions();

  EventOutbox outbox();

  UnitOfWork unitOfWork();

  /** The subjects of the events of kind note that were kept, in order. */
  List<UUID> kept();

  @Test
  default void an_event_is_kept_with_its_unit() {
    var event = NoteWritten.fresh();

    append(event);

    assertThat(kept()).containsExactly(event.subject().id());
  }

  @Test
  default void an_event_goes_with_its_unit() {
    var failure = new IllegalArgumentException("after the event");

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          outbox().append(NoteWritten.fresh());
                          throw failure;
                        }))
        .isSameAs(failure);

    assertThat(kept()).isEmpty();
  }

  @Test
  default void a_reaction_runs_in_the_unit_of_the_event() {
    var event = NoteWritten.fresh();
    var answer = new NoteRead(event.at(), new DomainEvent.Subject("note", UUID.randomUUID()));
    reactions().on(NoteWritten.class, _ -> outbox().append(answer));

    append(event);

    assertThat(kept()).containsExactly(event.subject().id(), answer.subject().id());
  }

  @Test
  default void a_reaction_to_another_event_does_not_run() {
    var event = NoteWritten.fresh();
    reactions()
        .on(
            NoteRead.class,
            _ -> {
              throw new IllegalStateException("not asked for");
            });

    append(event);

    assertThat(kept()).containsExactly(event.subject().id());
  }

  @Test
  default void an_exception_of_a_reaction_leaves_nothing() {
    var failure = new IllegalArgumentException("of the reaction");
    reactions()
        .on(
            NoteWritten.class,
            _ -> {
              throw failure;
            });

    assertThatThrownBy(() -> append(NoteWritten.fresh())).isSameAs(failure);

    assertThat(kept()).isEmpty();
  }

  private void append(DomainEvent event) {
    var done =
        unitOfWork()
            .run(
                () -> {
                  outbox().append(event);
                  return event;
                });
    assertThat(done).isEqualTo(event);
  }
}
