package org.mercat.notifications.smtp;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.mercat.notifications.smtp.SmtpServer.Encryption;

/** How Jakarta Mail is told to call the server. */
final class SmtpSession {

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration TALKING = Duration.ofSeconds(10);

  private SmtpSession() {}

  static Session of(SmtpServer server) {
    var encryption = server.encryption();
    var starttls = encryption == Encryption.STARTTLS;
    var properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", server.host());
    properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
    properties.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
    properties.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(encryption == Encryption.FROM_THE_FIRST_BYTE));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    properties.setProperty("mail.smtp.connectiontimeout", millis(CONNECTING));
    properties.setProperty("mail.smtp.timeout", millis(TALKING));
    properties.setProperty("mail.smtp.writetimeout", millis(TALKING));
    return Session.getInstance(properties);
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
