package org.mercat.notifications.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mercat.domain.notification.MessageId;
import org.mercat.domain.notification.Recipient;
import org.mercat.notifications.wording.Letter;

/** A letter as a message of RFC 5322: the same words as text and as HTML. */
final class Mail extends MimeMessage {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String id;

  private Mail(Session session, String id) {
    super(session);
    this.id = id;
  }

  /** Sent again, a letter has the same id, by which mailboxes know it. */
  static Mail of(
      Session session, String from, MessageId id, Recipient recipient, Letter letter, Instant now)
      throws MessagingException {
    var sender = new InternetAddress(from, true);
    var domain = sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
    var mail = new Mail(session, "<" + id.value() + "@" + domain + ">");
    mail.setFrom(sender);
    mail.setRecipient(RecipientType.TO, address(recipient));
    mail.setSubject(letter.subject(), UTF_8.name());
    mail.setHeader("Date", DATE.format(now));
    mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834
    mail.setContentLanguage(new String[] {recipient.language().name().toLowerCase(Locale.ROOT)});
    var text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8.name());
    var html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8.name(), "html");
    mail.setContent(new MimeMultipart("alternative", text, html));
    mail.saveChanges();
    return mail;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  private static InternetAddress address(Recipient recipient) throws MessagingException {
    var address = new InternetAddress(recipient.address().value(), true);
    try {
      address.setPersonal(recipient.name(), UTF_8.name());
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return address;
  }
}
