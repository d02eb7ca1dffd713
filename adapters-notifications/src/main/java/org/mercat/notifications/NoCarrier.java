package org.mercat.notifications;

import org.mercat.application.notification.port.Notifier;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;

/** Takes nothing: there is nobody who could carry it. */
public final class NoCarrier implements Notifier {

  @Override
  public Delivery send(MessageId id, Envelope envelope) {
    return new Delivery.Refused("nobody is set up to carry it");
  }
}
