package org.mercat.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mercat.application.notification.port.SampleMessages.verifyEmail;
import static org.mercat.application.notification.port.SampleMessages.verifyPhone;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mercat.application.notification.port.InMemoryNotifier;
import org.mercat.application.notification.port.Notifier.Delivery;
import org.mercat.domain.notification.MessageId;

class ByWayTest {

  private final MessageId id = new MessageId(UUID.randomUUID());

  @Test
  void mails_and_text_messages_go_different_ways() {
    var mails = new InMemoryNotifier();
    var texts = new InMemoryNotifier();
    var both = new ByWay(mails, texts);

    assertThat(both.send(id, verifyEmail())).isInstanceOf(Delivery.Accepted.class);
    assertThat(both.send(id, verifyPhone())).isInstanceOf(Delivery.Accepted.class);

    assertThat(mails.accepted()).containsExactly(verifyEmail());
    assertThat(texts.accepted()).containsExactly(verifyPhone());
  }

  @Test
  void where_there_is_no_carrier_nothing_is_taken() {
    assertThat(new NoCarrier().send(id, verifyPhone())).isInstanceOf(Delivery.Refused.class);
  }
}
