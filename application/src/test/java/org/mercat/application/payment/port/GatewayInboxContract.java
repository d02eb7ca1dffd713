package org.mercat.application.payment.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.payment.port.GatewayInbox.LEASE;
import static org.mercat.application.payment.port.GatewayInbox.PAUSES;
import static org.mercat.application.payment.port.GatewayInbox.TRIES;
import static org.mercat.application.payment.port.SamplePayments.NOW;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mercat.application.payment.port.GatewayInbox.Dead;
import org.mercat.application.payment.port.GatewayInbox.Kind;
import org.mercat.application.payment.port.GatewayInbox.Message;
import org.mercat.application.shared.PageRequest;
import org.mercat.application.shared.UnitOfWork;

/** What every adapter of {@link GatewayInbox} promises. */
public interface GatewayInboxContract {

  GatewayInbox inbox();

  UnitOfWork unitOfWork();

  @Test
  default void a_message_comes_out_as_it_went_in() {
    var message = message(Kind.PAYEE_CHANGED);

    assertThat(keep(message, NOW)).isTrue();

    assertThat(lease(NOW)).containsExactly(message);
  }

  @Test
  default void the_same_event_is_kept_once() {
    var message = message(Kind.PAYMENT_CHANGED);
    keep(message, NOW);

    assertThat(keep(message, NOW.plusSeconds(1))).isFalse();

    assertThat(lease(NOW.plusSeconds(1))).containsExactly(message);
  }

  @Test
  default void gateways_may_use_the_same_id() {
    var message = message(Kind.PAYMENT_CHANGED);
    keep(message, NOW);

    var other =
        new Message("another", message.event(), message.kind(), message.object(), message.body());

    assertThat(keep(other, NOW)).isTrue();
  }

  @Test
  default void what_is_of_no_interest_is_kept_and_never_leased() {
    var ignored = new Message("sandbox", "evt", Kind.IGNORED, Optional.empty(), "{}");

    assertThat(keep(ignored, NOW)).isTrue();

    assertThat(lease(NOW.plusSeconds(1))).isEmpty();
    assertThat(keep(ignored, NOW)).isFalse();
  }

  @Test
  default void a_lease_takes_the_oldest_first_and_no_more_than_it_was_asked_to() {
    var younger = message(Kind.REFUND_CHANGED);
    var older = message(Kind.PAYMENT_CHANGED);
    keep(younger, NOW);
    keep(older, NOW.minusSeconds(1));

    assertThat(in(() -> inbox().lease(NOW, 1))).containsExactly(older);
    assertThat(in(() -> inbox().lease(NOW, 9))).containsExactly(younger);
  }

  @Test
  default void what_is_leased_is_not_leased_again_before_the_lease_ends() {
    var message = message(Kind.PAYMENT_CHANGED);
    keep(message, NOW);
    lease(NOW);

    assertThat(lease(NOW.plus(LEASE).minusMillis(1))).isEmpty();
    assertThat(lease(NOW.plus(LEASE))).containsExactly(message);
  }

  @Test
  default void what_is_done_is_not_leased_again() {
    var message = message(Kind.PAYMENT_CHANGED);
    keep(message, NOW);
    lease(NOW);

    run(() -> inbox().done(message, NOW));

    assertThat(lease(NOW.plus(LEASE))).isEmpty();
  }

  @Test
  default void what_failed_is_leased_again_when_it_is_to_be_tried_again() {
    var message = message(Kind.PAYMENT_CHANGED);
    keep(message, NOW);
    lease(NOW);

    run(() -> inbox().failed(message, NOW));

    assertThat(lease(NOW.plusSeconds(9))).isEmpty();
    assertThat(lease(NOW.plusSeconds(10))).containsExactly(message);
  }

  @Test
  default void the_pauses_grow() {
    var message = message(Kind.PAYMENT_CHANGED);
    keep(message, NOW);

    var now = NOW;
    for (var pause : PAUSES) {
      var failedAt = now;
      run(() -> inbox().failed(message, failedAt));
      assertThat(lease(now.plus(pause).minusMillis(1))).isEmpty();
      now = now.plus(pause);
      assertThat(lease(now)).containsExactly(message);
    }
  }

  @Test
  default void what_is_postponed_has_not_failed() {
    var message = message(Kind.PAYMENT_CHANGED);
    keep(message, NOW);

    for (var time = 0; time < 2 * TRIES; time++) {
      run(() -> inbox().postponed(message, NOW.plusSeconds(60)));
    }

    assertThat(lease(NOW.plusSeconds(59))).isEmpty();
    assertThat(lease(NOW.plusSeconds(60))).containsExactly(message);
  }

  @Test
  default void what_is_set_aside_is_listed_and_can_be_revived() {
    var older = dead(NOW.minusSeconds(1));
    var newer = dead(NOW);

    var first = in(() -> inbox().dead(new PageRequest(1, Optional.empty())));
    var second = in(() -> inbox().dead(new PageRequest(1, first.next())));

    assertThat(first.items()).extracting(Dead::message).containsExactly(newer);
    assertThat(second.items()).extracting(Dead::message).containsExactly(older);
    assertThat(second.items()).extracting(Dead::receivedAt).containsExactly(NOW.minusSeconds(1));

    var id = first.items().getFirst().id();
    assertThat(in(() -> inbox().revive(id, NOW))).isTrue();
    assertThat(in(() -> inbox().revive(id, NOW))).isFalse();

    assertThat(lease(NOW)).containsExactly(newer);
    run(() -> inbox().failed(newer, NOW));
    assertThat(lease(NOW.plus(PAUSES.getFirst()))).containsExactly(newer);
  }

  @Test
  default void what_has_failed_too_often_is_set_aside() {
    var message = message(Kind.PAYMENT_CHANGED);
    keep(message, NOW);

    for (var time = 0; time < TRIES; time++) {
      run(() -> inbox().failed(message, NOW));
    }

    assertThat(lease(NOW.plus(Duration.ofDays(9)))).isEmpty();
  }

  private Message dead(Instant receivedAt) {
    var message = message(Kind.PAYMENT_CHANGED);
    keep(message, receivedAt);
    for (var time = 0; time < TRIES; time++) {
      run(() -> inbox().failed(message, receivedAt));
    }
    return message;
  }

  @Test
  default void how_far_it_was_swept_only_grows() {
    run(() -> inbox().swept(NOW));
    assertThat(in(() -> inbox().sweptUntil())).contains(NOW);

    run(() -> inbox().swept(NOW.plusSeconds(5)));
    run(() -> inbox().swept(NOW.plusSeconds(4)));

    assertThat(in(() -> inbox().sweptUntil())).contains(NOW.plusSeconds(5));
  }

  private static Message message(Kind kind) {
    var id = UUID.randomUUID().toString();
    return new Message("sandbox", id, kind, Optional.of("pay_" + id), "{\"id\":\"" + id + "\"}");
  }

  @CanIgnoreReturnValue
  private boolean keep(Message message, Instant receivedAt) {
    return in(() -> inbox().keep(message, receivedAt));
  }

  @CanIgnoreReturnValue
  private List<Message> lease(Instant now) {
    return in(() -> inbox().lease(now, 100));
  }

  private void run(Runnable work) {
    in(
        () -> {
          work.run();
          return inbox();
        });
  }

  @CanIgnoreReturnValue
  private <T> T in(Supplier<T> work) {
    return unitOfWork().run(work);
  }
}
