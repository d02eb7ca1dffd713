package org.mercat.notifications.mailbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.mercat.application.notification.port.Notifier;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;
import org.mercat.domain.notification.Recipient.Address;
import org.mercat.notifications.mailbox.Mailbox.Item;
import org.mercat.notifications.wording.Wording;

/** Sends nothing to anybody: messages are looked at in the mailbox. */
public final class MailboxNotifier implements Notifier {

  private final Mailbox mailbox;
  private final Wording wording;
  private final InstantSource systemClock;

  public MailboxNotifier(Mailbox mailbox, Wording wording, InstantSource systemClock) {
    this.mailbox = mailbox;
    this.wording = wording;
    this.systemClock = systemClock;
  }

  @Override
  public Delivery send(MessageId id, Envelope envelope) {
    mailbox.keep(
        switch (envelope.recipient().address()) {
          case Address.Email _ -> mail(id, envelope);
          case Address.Phone _ ->
              item(id, envelope, Optional.empty(), wording.text(envelope), Optional.empty());
        });
    return new Delivery.Accepted();
  }

  private Item mail(MessageId id, Envelope envelope) {
    var letter = wording.letter(envelope);
    return item(id, envelope, Optional.of(letter.subject()), letter.text(), letter.link());
  }

  private Item item(
      MessageId id, Envelope envelope, Optional<String> subject, String text, Optional<URI> link) {
    var recipient = envelope.recipient();
    return new Item(
        id,
        systemClock.instant(),
        recipient.address().value(),
        recipient.language().name().toLowerCase(Locale.ROOT),
        envelope.message().getClass().getSimpleName(),
        subject,
        text,
        link.map(URI::toString),
        Wording.secret(envelope.message()));
  }
}
