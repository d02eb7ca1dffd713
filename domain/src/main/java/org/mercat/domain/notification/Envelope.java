package org.mercat.domain.notification;

/** A message and whom it is for. */
public record Envelope(Recipient recipient, Message message) {

  public Envelope {
    var toPhone = recipient.address() instanceof Recipient.Address.Phone;
    if (toPhone != message instanceof Message.VerifyPhone) {
      throw new IllegalArgumentException(
          message.getClass().getSimpleName() + " does not go this way");
    }
  }
}
