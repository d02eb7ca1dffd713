package org.mercat.notifications;

import org.mercat.application.notification.port.Notifier;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;
import org.mercat.domain.notification.Recipient.Address;

/** One carrier for mails and one for text messages. */
public final class ByWay implements Notifier {

  private final Notifier mails;
  private final Notifier texts;

  public ByWay(Notifier mails, Notifier texts) {
    this.mails = mails;
    this.texts = texts;
  }

  @Override
  public Delivery send(MessageId id, Envelope envelope) {
    return switch (envelope.recipient().address()) {
      case Address.Email _ -> mails.send(id, envelope);
      case Address.Phone _ -> texts.send(id, envelope);
    };
  }
}
