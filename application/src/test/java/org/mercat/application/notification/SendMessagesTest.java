package org.mercat.application.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.notification.port.SampleMessages.verifyEmail;
import static org.mercat.application.notification.port.SampleMessages.verifyPhone;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mercat.application.notification.port.InMemoryMessages;
import org.mercat.application.notification.port.InMemoryNotifier;
import org.mercat.application.notification.port.Notifier;
import org.mercat.application.notification.port.Notifier.Delivery;
import org.mercat.application.notification.port.SampleMessages;
import org.mercat.application.shared.InMemoryUnitOfWork;
import org.mercat.domain.notification.Envelope;

class SendMessagesTest {

  private final InMemoryMessages messages = new InMemoryMessages();
  private final InMemoryNotifier notifier = new InMemoryNotifier();
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(messages);
  private Instant now = SampleMessages.NOW;

  private final SendMessages sendMessages =
      new SendMessages(messages, notifier, unitOfWork, () -> now);

  @Test
  void what_waits_is_sent_and_then_waits_no_longer() {
    append(verifyEmail());
    append(verifyPhone());

    assertThat(sendMessages.handle()).isEqualTo(2);

    assertThat(notifier.accepted()).containsExactly(verifyEmail(), verifyPhone());
    assertThat(messages.waiting()).isEmpty();
    assertThat(sendMessages.handle()).isZero();
  }

  @Test
  void nothing_is_sent_inside_a_unit_of_work() {
    Notifier watching =
        (id, envelope) -> {
          assertThat(unitOfWork.isOpen()).isFalse();
          return notifier.send(id, envelope);
        };
    append(verifyEmail());

    assertThat(new SendMessages(messages, watching, unitOfWork, () -> now).handle()).isEqualTo(1);
  }

  @Test
  void what_is_refused_is_not_tried_again_and_what_follows_is_sent() {
    Notifier choosy =
        (id, envelope) ->
            envelope.equals(verifyEmail())
                ? new Delivery.Refused("550")
                : notifier.send(id, envelope);
    append(verifyEmail());
    append(verifyPhone());

    assertThat(new SendMessages(messages, choosy, unitOfWork, () -> now).handle()).isEqualTo(2);

    assertThat(notifier.accepted()).containsExactly(verifyPhone());
    assertThat(messages.waiting()).isEmpty();
  }

  @Test
  void what_did_not_get_through_is_tried_again_later_and_later() {
    notifier.answer(new Delivery.Unreachable("no route"));
    append(verifyEmail());

    assertThat(sendMessages.handle()).isZero();
    assertThat(sentAfter(Duration.ofSeconds(4))).isFalse();
    assertThat(sendMessagesAfter(Duration.ofSeconds(1))).isZero();
    assertThat(sentAfter(Duration.ofSeconds(9))).isFalse();
    assertThat(sentAfter(Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void what_never_gets_through_is_given_up() {
    notifier.answer(new Delivery.Unreachable("no route"));
    append(verifyEmail());

    for (var attempt = 1; attempt < SendMessages.TRIES; attempt++) {
      assertThat(sendMessagesAfter(Duration.ofHours(1))).isZero();
      assertThat(messages.waiting()).isNotEmpty();
    }
    assertThat(sendMessagesAfter(Duration.ofHours(1))).isZero();

    assertThat(messages.waiting()).isEmpty();
  }

  @Test
  void a_message_that_cannot_be_written_does_not_keep_the_others_back() {
    Notifier failing =
        (id, envelope) -> {
          if (envelope.equals(verifyEmail())) {
            throw new IllegalStateException("planted");
          }
          return notifier.send(id, envelope);
        };
    var send = new SendMessages(messages, failing, unitOfWork, () -> now);
    append(verifyEmail());
    append(verifyPhone());

    assertThat(send.handle()).isZero();
    assertThat(send.handle()).isEqualTo(1);

    assertThat(notifier.accepted()).containsExactly(verifyPhone());
    assertThat(messages.waiting()).containsExactly(verifyEmail());
  }

  private boolean sentAfter(Duration pause) {
    notifier.acceptAgain();
    var sent = sendMessagesAfter(pause) == 1;
    notifier.answer(new Delivery.Unreachable("no route"));
    return sent;
  }

  private int sendMessagesAfter(Duration pause) {
    now = now.plus(pause);
    return sendMessages.handle();
  }

  private void append(Envelope envelope) {
    var done =
        unitOfWork.run(
            () -> {
              messages.append(envelope);
              return envelope;
            });
    assertThat(done).isEqualTo(envelope);
  }
}
