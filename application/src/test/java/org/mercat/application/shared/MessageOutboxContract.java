package org.mercat.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mercat.application.notification.port.SampleMessages;
import org.mercat.domain.notification.Envelope;

/** What every adapter of {@link MessageOutbox} promises. */
public interface MessageOutboxContract {

  MessageOutbox outbox();

  UnitOfWork unitOfWork();

  /** The envelopes that are still to be sent, in the order of their coming. */
  List<Envelope> waiting();

  @ParameterizedTest
  @MethodSource("org.mercat.application.notification.port.SampleMessages#all")
  default void every_message_waits_as_it_was_written(Envelope envelope) {
    append(envelope);

    assertThat(waiting()).containsExactly(envelope);
  }

  @Test
  default void the_same_may_be_told_twice() {
    var envelope = SampleMessages.verifyEmail();

    append(envelope);
    append(envelope);

    assertThat(waiting()).containsExactly(envelope, envelope);
  }

  @Test
  default void a_message_goes_with_its_unit() {
    var failure = new IllegalArgumentException("after the message");

    assertThatThrownBy(
            () ->
                unitOfWork()
                    .run(
                        () -> {
                          outbox().append(SampleMessages.verifyEmail());
                          throw failure;
                        }))
        .isSameAs(failure);

    assertThat(waiting()).isEmpty();
  }

  private void append(Envelope envelope) {
    var done =
        unitOfWork()
            .run(
                () -> {
                  outbox().append(envelope);
                  return envelope;
                });
    assertThat(done).isEqualTo(envelope);
  }
}
