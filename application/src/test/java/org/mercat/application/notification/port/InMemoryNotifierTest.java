package org.mercat.application.notification.port;

import java.util.List;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.Message;

class InMemoryNotifierTest implements NotifierContract {

  private final InMemoryNotifier notifier = new InMemoryNotifier();

  @Override
  public Notifier notifier() {
    return notifier;
  }

  @Override
  public Envelope envelope() {
    return SampleMessages.verifyEmail();
  }

  @Override
  public String secret() {
    return SampleMessages.TOKEN.value();
  }

  @Override
  public List<String> received() {
    return notifier.accepted().stream()
        .map(
            envelope -> {
              var message = (Message.VerifyEmail) envelope.message();
              return envelope.recipient().address().value() + " " + message.token().value();
            })
        .toList();
  }
}
