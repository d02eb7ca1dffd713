package org.mercat.application.notification.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mercat.domain.notification.Message;

class SampleMessagesTest {

  @Test
  void there_is_a_sample_of_every_message() {
    assertThat(SampleMessages.messages().map(Object::getClass))
        .contains(Message.class.getPermittedSubclasses());
  }
}
