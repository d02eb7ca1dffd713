package org.mercat.application.notification.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.notification.port.Notifier.Delivery;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;

/** What every adapter of {@link Notifier} promises. */
public interface NotifierContract {

  Notifier notifier();

  /** Something that goes the way of this adapter, with a secret in it. */
  Envelope envelope();

  String secret();

  /** What came to the recipient, each as a text in which everything can be read. */
  List<String> received();

  @Test
  default void what_is_accepted_is_received_with_its_secret() {
    assertThat(send()).isInstanceOf(Delivery.Accepted.class);

    assertThat(received())
        .singleElement()
        .asString()
        .contains(secret(), envelope().recipient().address().value());
  }

  @Test
  default void each_message_is_received_by_itself() {
    assertThat(send()).isInstanceOf(Delivery.Accepted.class);
    assertThat(send()).isInstanceOf(Delivery.Accepted.class);

    assertThat(received()).hasSize(2);
  }

  private Delivery send() {
    return notifier().send(new MessageId(UUID.randomUUID()), envelope());
  }
}
