package org.mercat.notifications.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mercat.domain.notification.MessageId;
import org.mercat.domain.notification.Recipient;
import org.mercat.notifications.wording.Letter;

/**
 * A letter as a message of RFC 5322: the same words as text and as HTML. Its body is written here
 * and not by handlers of contents, which would have to be found in whatever the server runs in.
 */
final class Mail extends MimeMessage {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

  private Mail(Session session, InputStream body) throws MessagingException {
    super(session, body);
  }

  /** Sent again, a letter has the same id, by which mailboxes know it. */
  static Mail of(
      Session session, String from, MessageId id, Recipient recipient, Letter letter, Instant now)
      throws MessagingException {
    var sender = new InternetAddress(from, true);
    var domain = sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
    var mail = new Mail(session, new ByteArrayInputStream(body(letter)));
    mail.setHeader("Message-ID", "<" + id.value() + "@" + domain + ">");
    mail.setHeader("Date", DATE.format(now.atOffset(ZoneOffset.UTC)));
    mail.setFrom(sender);
    mail.setRecipient(RecipientType.TO, address(recipient));
    mail.setSubject(letter.subject(), UTF_8.name());
    mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834
    mail.setContentLanguage(new String[] {recipient.language().name().toLowerCase(Locale.ROOT)});
    return mail;
  }

  private static byte[] body(Letter letter) throws MessagingException {
    var parts =
        new MimeMultipart("alternative", part("plain", letter.text()), part("html", letter.html()));
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("MIME-Version: 1.0\r\nContent-Type: " + parts.getContentType() + "\r\n\r\n")
            .getBytes(UTF_8));
    try {
      parts.writeTo(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return body.toByteArray();
  }

  private static MimeBodyPart part(String subtype, String text) throws MessagingException {
    var type = "text/" + subtype + "; charset=UTF-8";
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(UTF_8), type)));
    part.setHeader("Content-Type", type);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
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
