package org.mercat.bootstrap;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mercat.bootstrap.Settings.Profile;

/**
 * What whoever runs the server decides about watching it and about what stands in front of it.
 *
 * @param tracesEndpoint where spans are sent by OTLP over HTTP; empty for nowhere
 * @param corsOrigins the origins whose pages may call this API
 * @param trustedProxies addresses and networks whose {@code X-Forwarded-*} is believed
 * @param hstsSeconds how long browsers shall insist on TLS; 0 when they are not told to
 * @param systemEvents how long what happened to the system is kept, by the name of its level, such
 *     as {@code error}; every level is there
 */
public record SettingsForOperations(
    LogFormat logFormat,
    Metrics metrics,
    Optional<Settings.Login> metricsReader,
    Optional<URI> tracesEndpoint,
    List<String> corsOrigins,
    List<String> trustedProxies,
    int hstsSeconds,
    Map<String, Duration> systemEvents) {

  static final List<String> LEVELS = List.of("debug", "info", "warning", "error", "critical");

  private static final int SHORTEST_TOKEN = 22; // 128 bits in base64
  private static final Predicate<String> DAYS =
      Pattern.compile("[1-9][0-9]{0,3}").asMatchPredicate();
  private static final Pattern BLANKS_OR_COMMAS = Pattern.compile("[\\s,]+");

  /** How a line of the log is written. */
  public enum LogFormat {
    TEXT,
    JSON
  }

  /** Who may read the metrics. */
  public enum Metrics {
    OFF,
    OPEN,
    TOKEN
  }

  static SettingsForOperations read(SettingsReader reader, Profile profile) {
    boolean isLive = profile == Profile.PROD;
    return new SettingsForOperations(
        reader
            .oneOfWhenGiven(Setting.LOG_FORMAT, LogFormat.values())
            .orElse(isLive ? LogFormat.JSON : LogFormat.TEXT),
        reader
            .oneOfWhenGiven(Setting.METRICS, Metrics.values())
            .orElse(isLive ? Metrics.OFF : Metrics.OPEN),
        metricsReader(reader),
        reader.given(Setting.TRACES_ENDPOINT).flatMap(text -> endpoint(reader, text)),
        each(reader, Setting.CORS_ORIGINS, SettingsForOperations::isOrigin, "an origin"),
        each(reader, Setting.TRUSTED_PROXIES, SettingsForOperations::isNetwork, "a network"),
        reader.number(Setting.HSTS_SECONDS, 0, Integer.MAX_VALUE),
        days(reader));
  }

  private static Map<String, Duration> days(SettingsReader reader) {
    List<String> numbers =
        BLANKS_OR_COMMAS.splitAsStream(reader.text(Setting.SYSTEM_EVENT_DAYS).strip()).toList();
    Map<String, Duration> days = new LinkedHashMap<>();
    if (numbers.size() == LEVELS.size() && numbers.stream().allMatch(DAYS)) {
      for (int level = 0; level < LEVELS.size(); level++) {
        days.put(LEVELS.get(level), Duration.ofDays(Integer.parseInt(numbers.get(level))));
      }
    } else {
      reader.refuse(
          "MERCAT_SYSTEM_EVENT_DAYS must be %d numbers from 1 to 9999.".formatted(LEVELS.size()));
    }
    return days;
  }

  private static Optional<Settings.Login> metricsReader(SettingsReader reader) {
    Optional<String> token = reader.given(Setting.METRICS_TOKEN);
    boolean isNeeded = reader.given(Setting.METRICS).filter("token"::equals).isPresent();
    if (isNeeded && token.filter(text -> text.length() >= SHORTEST_TOKEN).isEmpty()) {
      reader.refuse(
          "MERCAT_METRICS_TOKEN must have at least %d characters with MERCAT_METRICS=token."
              .formatted(SHORTEST_TOKEN));
    }
    return token.map(text -> new Settings.Login("metrics", text));
  }

  private static Optional<URI> endpoint(SettingsReader reader, String text) {
    if (isWebAddress(text)) {
      return Optional.of(URI.create(text));
    }
    reader.refuse("MERCAT_TRACES_ENDPOINT must be an http or https URL, not " + text + ".");
    return Optional.empty();
  }

  /** Something that a text may be. */
  private interface Form {
    boolean fits(String text);
  }

  private static List<String> each(SettingsReader reader, Setting setting, Form form, String name) {
    List<String> parts =
        BLANKS_OR_COMMAS
            .splitAsStream(reader.text(setting).strip())
            .filter(part -> !part.isEmpty())
            .toList();
    for (String part : parts) {
      if (!form.fits(part)) {
        reader.refuse("%s: %s is not %s.".formatted(setting.variable(), part, name));
      }
    }
    return parts;
  }

  /** Scheme, host and perhaps a port, as browsers send it; no pattern and no path. */
  private static boolean isOrigin(String text) {
    return isWebAddress(text)
        && text.equals(text.toLowerCase(Locale.ROOT))
        && text.chars().filter(each -> each == '/').count() == 2
        && text.indexOf('?') < 0
        && text.indexOf('#') < 0
        && text.indexOf('@') < 0;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isNetwork(String text) {
    String[] parts = text.split("/", 2);
    try {
      int bits = InetAddress.ofLiteral(parts[0]).getAddress().length * Byte.SIZE;
      int asked = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
      return asked >= 0 && asked <= bits;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
