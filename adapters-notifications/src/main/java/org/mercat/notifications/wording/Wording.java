package org.mercat.notifications.wording;

import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mercat.domain.notification.Envelope;
import org.mercat.domain.notification.Language;
import org.mercat.domain.notification.Message;

/** What messages say in the language of whoever reads them. */
public final class Wording {

  private final Map<Language, Words> words = new EnumMap<>(Language.class);
  private final Templates templates;
  private final URI publicUrl;

  /**
   * Reads the words of every language.
   *
   * @param publicUrl where people reach the market; no slash at its end
   */
  public Wording(Templates templates, URI publicUrl) {
    this.templates = templates;
    this.publicUrl = publicUrl;
    for (var language : Language.values()) {
      words.put(language, new Words(language));
    }
  }

  /** The message as a mail. */
  public Letter letter(Envelope envelope) {
    var language = envelope.recipient().language();
    var spoken = words(language);
    var key = key(envelope.message());
    var gaps = gaps(envelope, spoken);
    var link = link(envelope.message());
    var subject = spoken.say(key + ".subject", gaps);
    var values =
        new HashMap<String, Object>(
            Map.of(
                "language", language.name().toLowerCase(Locale.ROOT),
                "subject", subject,
                "greeting", spoken.say("greeting", gaps),
                "text", spoken.say(key + ".text", gaps),
                "after", spoken.say(key + ".after", gaps),
                "signature", spoken.say("signature", gaps),
                "hasLink", link.isPresent()));
    link.ifPresent(
        url -> {
          values.put("link", url.toString());
          values.put("action", spoken.say(key + ".action", gaps));
          values.put("code", spoken.say("code", gaps));
        });
    return new Letter(
        subject,
        templates.plain("wording/letter.txt", values),
        templates.html("wording/letter.html", values),
        link);
  }

  /** The message as a text message: one line. */
  public String text(Envelope envelope) {
    var spoken = words(envelope.recipient().language());
    return spoken.say(key(envelope.message()) + ".text", gaps(envelope, spoken));
  }

  /** What lets its reader act, if anything does. */
  public static Optional<String> secret(Message message) {
    return switch (message) {
      case Message.VerifyEmail(var token, _) -> Optional.of(token.value());
      case Message.VerifyPhone(var code, _) -> Optional.of(code.value());
      case Message.ResetPassword(var token, _) -> Optional.of(token.value());
      case Message.AlreadyRegistered _,
          Message.EmailChanged _,
          Message.PasswordChanged _,
          Message.AccountLocked _,
          Message.SecondFactorChanged _,
          Message.NewSignIn _,
          Message.AccountSuspended _,
          Message.AccountReactivated _ ->
          Optional.empty();
    };
  }

  /** The secret stands behind the #, which browsers send to no server. */
  private Optional<URI> link(Message message) {
    return page(message)
        .map(page -> publicUrl + page + "#token=" + secret(message).orElseThrow())
        .map(URI::create);
  }

  private static Optional<String> page(Message message) {
    if (message instanceof Message.VerifyEmail) {
      return Optional.of("/verify-email");
    }
    return message instanceof Message.ResetPassword
        ? Optional.of("/reset-password")
        : Optional.empty();
  }

  private static String key(Message message) {
    var kind = message.getClass().getSimpleName();
    return message instanceof Message.SecondFactorChanged(var change, _)
        ? kind + "." + change.name()
        : kind;
  }

  private static Map<String, String> gaps(Envelope envelope, Words spoken) {
    var gaps = new HashMap<>(gaps(envelope.message(), spoken));
    gaps.put("name", envelope.recipient().name());
    secret(envelope.message()).ifPresent(secret -> gaps.put("secret", secret));
    return gaps;
  }

  private static Map<String, String> gaps(Message message, Words spoken) {
    return switch (message) {
      case Message.VerifyEmail(_, var validFor) -> Map.of("valid", spoken.say(validFor));
      case Message.VerifyPhone(_, var validFor) -> Map.of("valid", spoken.say(validFor));
      case Message.ResetPassword(_, var validFor) -> Map.of("valid", spoken.say(validFor));
      case Message.AlreadyRegistered _, Message.AccountReactivated _ -> Map.of();
      case Message.EmailChanged(var at) -> Map.of("at", spoken.say(at));
      case Message.PasswordChanged(var at) -> Map.of("at", spoken.say(at));
      case Message.AccountLocked(var until) -> Map.of("until", spoken.say(until));
      case Message.SecondFactorChanged(_, var at) -> Map.of("at", spoken.say(at));
      case Message.NewSignIn(var device, var ip, var at) ->
          Map.of("device", device, "ip", ip, "at", spoken.say(at));
      case Message.AccountSuspended(var reason) -> Map.of("reason", reason);
    };
  }

  private Words words(Language language) {
    var spoken = words.get(language);
    if (spoken == null) {
      throw new IllegalStateException("no words of " + language);
    }
    return spoken;
  }
}
