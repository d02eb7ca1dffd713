package org.mercat.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.EventOutbox;
import org.mercat.application.shared.EventOutboxContract;
import org.mercat.application.shared.Reactions;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.booking.BookingId;
import org.mercat.domain.shared.DomainEvent;
import org.mercat.domain.shared.Money;
import org.mercat.domain.shared.Rate;

class MyBatisEventOutboxTest implements EventOutboxContract {

  private static final UUID SUBJECT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

  record Paid(Instant at, BookingId booking, Money amount, Rate rate, Optional<String> note)
      implements DomainEvent {
    @Override
    public Subject subject() {
      return new Subject("booking", booking.value());
    }

    public boolean isDerived() {
      return true;
    }
  }

  private final Reactions reactions = new Reactions();
  private final UnitOfWork unitOfWork = TestDatabase.unitOfWork();
  private final MyBatisEventOutbox outbox =
      new MyBatisEventOutbox(TestDatabase.SESSIONS, reactions);

  @Override
  public Reactions reactions() {
    return reactions;
  }

  @Override
  public EventOutbox outbox() {
    return outbox;
  }

  @Override
  public UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  public List<UUID> kept() {
    return rows().stream().map(KeptEvents.Kept::subjectId).toList();
  }

  @Test
  void events_of_one_subject_are_numbered() {
    append(paid());
    append(paid());
    append(new NoteWritten(Instant.EPOCH, new DomainEvent.Subject("note", UUID.randomUUID())));

    assertThat(rows()).extracting(KeptEvents.Kept::sequence).containsExactly(1L, 2L, 1L);
  }

  @Test
  void an_event_is_kept_as_json() {
    append(paid());

    assertThat(rows()).hasSize(1);
    assertThat(rows().getFirst().type()).isEqualTo("Paid");
    assertThat(rows().getFirst().payload().replace(" ", ""))
        .isEqualTo(
            """
            {"at":"2026-11-15T14:00:00.000001Z","note":null,\
            "rate":{"partsPerMillion":99750},\
            "amount":{"amount":8475,"currency":"CAD"},\
            "booking":"01890a5d-ac96-774b-bcce-b302099a8057"}""");
  }

  @Test
  void outside_of_a_unit_nothing_is_appended() {
    assertThatThrownBy(() -> outbox.append(paid())).isInstanceOf(IllegalStateException.class);
  }

  private static Paid paid() {
    return new Paid(
        Instant.parse("2026-11-15T14:00:00.000001Z"),
        new BookingId(SUBJECT),
        Money.of(8475, "CAD"),
        new Rate(99_750),
        Optional.empty());
  }

  private void append(DomainEvent event) {
    assertThat(
            unitOfWork.<DomainEvent>run(
                () -> {
                  outbox.append(event);
                  return event;
                }))
        .isEqualTo(event);
  }

  private List<KeptEvents.Kept> rows() {
    return unitOfWork.run(() -> TestDatabase.SESSIONS.mapper(KeptEvents.class).all());
  }
}
