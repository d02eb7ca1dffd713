package org.mercat.application.notification.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.Language;
import org.mercat.domain.notification.Message;
import org.mercat.domain.notification.Message.SecondFactorChanged.Change;
import org.mercat.domain.notification.Recipient;
import org.mercat.domain.notification.Recipient.Address;
import org.mercat.domain.notification.Secret;

/** Messages to people who do not exist. */
public final class SampleMessages {

  public static final Instant NOW = Instant.parse("2026-11-15T14:00:00Z");
  public static final Secret TOKEN = new Secret("Zm9ydHktdHdvLWJ5dGVz-_9");
  public static final Secret CODE = new Secret("482915");
  public static final Address MAIL = new Address.Email("zoe@example.org");
  public static final Address PHONE = new Address.Phone("+14165550100");
  public static final String NAME = "Zoé <Tremblay> & Cie";

  private SampleMessages() {}

  /** Every message there is, in every language. */
  public static List<Envelope> all() {
    return Arrays.stream(Language.values())
        .flatMap(language -> messages().map(message -> envelope(message, language)))
        .toList();
  }

  public static Envelope verifyEmail() {
    return envelope(new Message.VerifyEmail(TOKEN, Duration.ofHours(24)), Language.EN);
  }

  public static Envelope verifyPhone() {
    return envelope(new Message.VerifyPhone(CODE, Duration.ofMinutes(10)), Language.EN);
  }

  public static Envelope envelope(Message message, Language language) {
    var address = message instanceof Message.VerifyPhone ? PHONE : MAIL;
    return new Envelope(new Recipient(address, NAME, language), message);
  }

  static Stream<Message> messages() {
    return Stream.concat(
        Stream.of(
            new Message.VerifyEmail(TOKEN, Duration.ofHours(24)),
            new Message.VerifyPhone(CODE, Duration.ofMinutes(10)),
            new Message.ResetPassword(TOKEN, Duration.ofHours(1)),
            new Message.AlreadyRegistered(),
            new Message.EmailChanged(NOW),
            new Message.PasswordChanged(NOW),
            new Message.AccountLocked(NOW.plusSeconds(900)),
            new Message.NewSignIn("Firefox on <Linux> & others", "2001:db8::1", NOW),
            new Message.AccountSuspended("A reason with <tags> & an ampersand"),
            new Message.AccountReactivated()),
        Arrays.stream(Change.values()).map(change -> new Message.SecondFactorChanged(change, NOW)));
  }
}
