package org.mercat.application.notification.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.notification.port.MessageQueue.LEASE;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.notification.port.MessageQueue.Leased;
import org.mercat.application.shared.MessageOutbox;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.domain.notification.Envelope;

/** What every adapter of {@link MessageQueue} promises. */
public interface MessageQueueContract {

  /** Late enough for whatever was appended during the test to be due. */
  Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  MessageOutbox outbox();

  MessageQueue queue();

  UnitOfWork unitOfWork();

  @Test
  default void nothing_is_due_where_nothing_was_appended() {
    assertThat(lease(LATER)).isEmpty();
  }

  @Test
  default void what_was_appended_first_is_leased_first() {
    append(SampleMessages.verifyPhone());
    append(SampleMessages.verifyEmail());

    assertThat(lease(LATER).flatMap(Leased::envelope)).contains(SampleMessages.verifyPhone());
    assertThat(lease(LATER).flatMap(Leased::envelope)).contains(SampleMessages.verifyEmail());
    assertThat(lease(LATER)).isEmpty();
  }

  @Test
  default void what_is_leased_is_not_leased_again_before_the_lease_ends() {
    append(SampleMessages.verifyEmail());
    var first = lease(LATER).orElseThrow();

    assertThat(lease(LATER.plus(LEASE).minusMillis(1))).isEmpty();
    var second = lease(LATER.plus(LEASE)).orElseThrow();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.envelope()).isEqualTo(first.envelope());
    assertThat(first.attempt()).isEqualTo(1);
    assertThat(second.attempt()).isEqualTo(2);
  }

  @Test
  default void what_was_sent_is_not_leased_again() {
    append(SampleMessages.verifyEmail());
    var leased = lease(LATER).orElseThrow();

    run(() -> queue().sent(leased, LATER));

    assertThat(lease(LATER.plus(LEASE))).isEmpty();
  }

  @Test
  default void what_was_sent_after_the_lease_had_ended_was_sent() {
    append(SampleMessages.verifyEmail());
    var slow = lease(LATER).orElseThrow();
    lease(LATER.plus(LEASE));

    run(() -> queue().sent(slow, LATER.plus(LEASE)));

    assertThat(lease(LATER.plus(LEASE).plus(LEASE))).isEmpty();
  }

  @Test
  default void what_was_postponed_is_leased_when_it_is_due() {
    append(SampleMessages.verifyEmail());
    var leased = lease(LATER).orElseThrow();

    run(() -> queue().postpone(leased, LATER.plusSeconds(5), "nobody there"));

    assertThat(lease(LATER.plusSeconds(4))).isEmpty();
    assertThat(lease(LATER.plusSeconds(5)).map(Leased::attempt)).contains(2);
  }

  @Test
  default void whoever_has_lost_the_lease_cannot_postpone() {
    append(SampleMessages.verifyEmail());
    var lost = lease(LATER).orElseThrow();
    lease(LATER.plus(LEASE));

    run(() -> queue().postpone(lost, LATER, "nobody there"));

    assertThat(lease(LATER.plus(LEASE))).isEmpty();
  }

  @Test
  default void what_was_given_up_is_not_leased_again() {
    append(SampleMessages.verifyEmail());
    var leased = lease(LATER).orElseThrow();

    run(() -> queue().giveUp(leased, LATER, "no such mailbox"));

    assertThat(lease(LATER.plus(LEASE))).isEmpty();
  }

  @Test
  default void whoever_has_lost_the_lease_cannot_give_up() {
    append(SampleMessages.verifyEmail());
    var lost = lease(LATER).orElseThrow();
    lease(LATER.plus(LEASE));

    run(() -> queue().giveUp(lost, LATER, "no such mailbox"));

    assertThat(lease(LATER.plus(LEASE).plus(LEASE))).isPresent();
  }

  @Test
  default void what_has_ended_stays_so() {
    append(SampleMessages.verifyEmail());
    var leased = lease(LATER).orElseThrow();
    run(() -> queue().sent(leased, LATER));

    run(() -> queue().postpone(leased, LATER, "nobody there"));
    run(() -> queue().giveUp(leased, LATER, "no such mailbox"));

    assertThat(lease(LATER.plus(LEASE))).isEmpty();
  }

  @CanIgnoreReturnValue
  private Optional<Leased> lease(Instant now) {
    return in(() -> queue().lease(now));
  }

  private void append(Envelope envelope) {
    run(() -> outbox().append(envelope));
  }

  private void run(Runnable work) {
    in(
        () -> {
          work.run();
          return queue();
        });
  }

  @CanIgnoreReturnValue
  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
