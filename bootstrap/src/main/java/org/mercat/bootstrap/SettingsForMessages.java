package org.mercat.bootstrap;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mercat.bootstrap.Settings.Login;
import org.mercat.bootstrap.Settings.Profile;

/**
 * How people are reached outside of the market.
 *
 * @param publicUrl where people reach the market, for links in mails; no slash at its end
 * @param smtp empty when the mailbox of this server takes the mails
 * @param twilio empty when nobody carries text messages
 */
public record SettingsForMessages(URI publicUrl, Optional<Smtp> smtp, Optional<Twilio> twilio) {

  private static final Pattern ADDRESS =
      Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?");

  /** A mail server. */
  public record Smtp(String host, int port, Tls tls, Optional<Login> login, String from) {}

  /** From when on a connection is encrypted. */
  public enum Tls {
    STARTTLS,
    TLS,
    NONE
  }

  /** An account with Twilio, and the number that text messages come from. */
  public record Twilio(URI apiBase, Login account, String from) {}

  /** Who carries text messages. */
  private enum Carrier {
    NONE,
    TWILIO
  }

  static SettingsForMessages read(SettingsReader reader, Profile profile, int httpPort) {
    boolean isLive = profile == Profile.PROD;
    return new SettingsForMessages(
        publicUrl(reader, isLive, httpPort), smtp(reader, isLive), twilio(reader));
  }

  private static URI publicUrl(SettingsReader reader, boolean isLive, int httpPort) {
    String local = "http://localhost:" + httpPort;
    String text =
        isLive
            ? reader.needed(Setting.PUBLIC_URL, "in profile prod")
            : reader.given(Setting.PUBLIC_URL).orElse(local);
    return text.isEmpty() ? URI.create(local) : url(reader, Setting.PUBLIC_URL, text);
  }

  private static Optional<Smtp> smtp(SettingsReader reader, boolean isLive) {
    if (!isLive && reader.given(Setting.SMTP_HOST).isEmpty()) {
      return Optional.empty();
    }
    String host = reader.needed(Setting.SMTP_HOST, "in profile prod");
    Tls tls = reader.oneOfWhenGiven(Setting.SMTP_TLS, Tls.values()).orElse(Tls.STARTTLS);
    if (isLive && tls == Tls.NONE) {
      reader.refuse("MERCAT_SMTP_TLS=none is refused in profile prod.");
    }
    int port = reader.number(Setting.SMTP_PORT, 1, 65_535);
    Optional<Login> login =
        reader
            .given(Setting.SMTP_USER)
            .map(
                user ->
                    new Login(
                        user,
                        reader.needed(Setting.SMTP_PASSWORD, "together with MERCAT_SMTP_USER")));
    String from = reader.needed(Setting.SMTP_FROM, "together with MERCAT_SMTP_HOST");
    return Optional.of(new Smtp(host, port, tls, login, from));
  }

  private static Optional<Twilio> twilio(SettingsReader reader) {
    Carrier carrier = reader.oneOfWhenGiven(Setting.SMS, Carrier.values()).orElse(Carrier.NONE);
    if (carrier == Carrier.NONE) {
      return Optional.empty();
    }
    String when = "together with MERCAT_SMS=twilio";
    Login account =
        new Login(
            reader.needed(Setting.TWILIO_ACCOUNT_SID, when),
            reader.needed(Setting.TWILIO_AUTH_TOKEN, when));
    String from = reader.needed(Setting.TWILIO_FROM, when);
    URI base = url(reader, Setting.TWILIO_API_BASE, reader.text(Setting.TWILIO_API_BASE));
    return Optional.of(new Twilio(base, account, from));
  }

  /** An address without a slash at its end. */
  static URI url(SettingsReader reader, Setting setting, String text) {
    String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (ADDRESS.matcher(bare).matches()) {
      return URI.create(bare);
    }
    reader.refuse("%s must be an http or https URL, not %s.".formatted(setting.variable(), text));
    return URI.create("http://localhost");
  }
}
