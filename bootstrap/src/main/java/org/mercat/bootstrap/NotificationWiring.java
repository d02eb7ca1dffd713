package org.mercat.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.mercat.application.notification.SendMessages;
import org.mercat.application.notification.port.Notifier;
import org.mercat.application.shared.MessageOutbox;
import org.mercat.application.shared.Sealer;
import org.mercat.application.shared.UnitOfWork;
import org.mercat.notifications.ByWay;
import org.mercat.notifications.NoCarrier;
import org.mercat.notifications.mailbox.Mailbox;
import org.mercat.notifications.mailbox.MailboxNotifier;
import org.mercat.notifications.smtp.SmtpNotifier;
import org.mercat.notifications.smtp.SmtpServer;
import org.mercat.notifications.smtp.SmtpServer.Encryption;
import org.mercat.notifications.twilio.TwilioAccount;
import org.mercat.notifications.twilio.TwilioNotifier;
import org.mercat.notifications.wording.Templates;
import org.mercat.notifications.wording.Wording;
import org.mercat.persistence.notification.MyBatisMessages;
import org.mercat.persistence.shared.Job;
import org.mercat.persistence.shared.Sessions;
import org.mercat.persistence.shared.SystemClock;

/** How people are told what happens to them, and by whom. */
final class NotificationWiring {

  @Produces
  @Singleton
  @Typed({MyBatisMessages.class, MessageOutbox.class})
  MyBatisMessages messages(Sessions sessions, Sealer sealer) {
    return new MyBatisMessages(sessions, sealer);
  }

  @Produces
  @Singleton
  Templates templates() {
    return new Templates();
  }

  @Produces
  @Singleton
  Mailbox mailbox() {
    return new Mailbox();
  }

  /** In production nothing goes into the mailbox, which nobody could read there. */
  @Produces
  @Singleton
  Notifier notifier(Settings settings, Templates templates, Mailbox mailbox, SystemClock system) {
    SettingsForMessages asked = settings.messages();
    Wording wording = new Wording(templates, asked.publicUrl());
    Notifier otherwise =
        settings.profile() == Settings.Profile.PROD
            ? new NoCarrier()
            : new MailboxNotifier(mailbox, wording, system);
    Optional<Notifier> mails =
        asked.smtp().map(server -> new SmtpNotifier(server(server), wording, system));
    Optional<Notifier> texts =
        asked.twilio().map(account -> new TwilioNotifier(account(account), wording));
    return new ByWay(mails.orElse(otherwise), texts.orElse(otherwise));
  }

  @Produces
  @Singleton
  Job sendMessages(
      MyBatisMessages messages, Notifier notifier, UnitOfWork unitOfWork, SystemClock system) {
    SendMessages send = new SendMessages(messages, notifier, unitOfWork, system);
    return new Job(
        "send-messages",
        Duration.ofSeconds(1),
        Job.Due.BY_SYSTEM,
        () -> {
          var _ = send.handle();
        });
  }

  @Produces
  @Singleton
  Job pruneMessages(MyBatisMessages messages, UnitOfWork unitOfWork) {
    return messages.pruning(unitOfWork);
  }

  private static SmtpServer server(SettingsForMessages.Smtp asked) {
    Encryption encryption =
        switch (asked.tls()) {
          case STARTTLS -> Encryption.STARTTLS;
          case TLS -> Encryption.FROM_THE_FIRST_BYTE;
          case NONE -> Encryption.NONE;
        };
    Optional<SmtpServer.Login> login =
        asked.login().map(it -> new SmtpServer.Login(it.name(), it.password()));
    return new SmtpServer(asked.host(), asked.port(), encryption, login, asked.from());
  }

  private static TwilioAccount account(SettingsForMessages.Twilio asked) {
    return new TwilioAccount(
        asked.apiBase(), asked.account().name(), asked.account().password(), asked.from());
  }
}
