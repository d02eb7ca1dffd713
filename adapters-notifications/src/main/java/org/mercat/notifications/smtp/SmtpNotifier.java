package org.mercat.notifications.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.mercat.application.notification.port.Notifier;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.MessageId;
import org.mercat.notifications.wording.Wording;

/** Hands each mail to a server of SMTP (RFC 5321), over a connection of its own. */
public final class SmtpNotifier implements Notifier {

  private static final int FIRST_REFUSAL = 550;
  private static final int LAST_REFUSAL = 559;

  private final SmtpServer server;
  private final Wording wording;
  private final InstantSource systemClock;
  private final Session session;

  public SmtpNotifier(SmtpServer server, Wording wording, InstantSource systemClock) {
    this.server = server;
    this.wording = wording;
    this.systemClock = systemClock;
    this.session = SmtpSession.of(server);
  }

  @Override
  public Delivery send(MessageId id, Envelope envelope) {
    var thread = Thread.currentThread();
    var loader = thread.getContextClassLoader();
    // Jakarta Mail finds what it consists of by the loader of the thread.
    thread.setContextClassLoader(SmtpNotifier.class.getClassLoader());
    try {
      var letter = wording.letter(envelope);
      hand(
          Mail.of(session, server.from(), id, envelope.recipient(), letter, systemClock.instant()));
      return new Delivery.Accepted();
    } catch (AddressException failure) {
      return new Delivery.Refused("no address of RFC 5322");
    } catch (MessagingException failure) {
      return delivery(failure);
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  private void hand(Mail mail) throws MessagingException {
    try (var transport = session.getTransport()) {
      if (server.login().isPresent()) {
        transport.connect(server.login().get().name(), server.login().get().password());
      } else {
        transport.connect();
      }
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }

  /** 55x refuses this mail for good; every other failure may be the server's or our own. */
  private static Delivery delivery(MessagingException failure) {
    var code = code(failure);
    if (code.isEmpty()) {
      return new Delivery.Unreachable(names(failure));
    }
    var why = "SMTP " + code.getAsInt();
    return code.getAsInt() >= FIRST_REFUSAL && code.getAsInt() <= LAST_REFUSAL
        ? new Delivery.Refused(why)
        : new Delivery.Unreachable(why);
  }

  /** What the server said of the recipient, or else of the mail. */
  private static OptionalInt code(MessagingException failure) {
    var code = OptionalInt.empty();
    for (Exception each = failure; each != null; each = next(each)) {
      if (each instanceof SMTPAddressFailedException recipient) {
        return OptionalInt.of(recipient.getReturnCode());
      }
      if (each instanceof SMTPSendFailedException mail) {
        code = OptionalInt.of(mail.getReturnCode());
      }
    }
    return code;
  }

  /** The kinds of what went wrong; their texts may hold the address. */
  private static String names(MessagingException failure) {
    var names = new StringJoiner(", ");
    for (Exception each = failure; each != null; each = next(each)) {
      names.add(each.getClass().getSimpleName());
    }
    return names.toString();
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException chained ? chained.getNextException() : null;
  }
}
