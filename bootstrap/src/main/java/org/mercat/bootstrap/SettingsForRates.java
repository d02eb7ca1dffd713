package org.mercat.bootstrap;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mercat.bootstrap.Settings.Profile;

/**
 * How many requests of each class are let through, for one person, one API key or one address.
 *
 * @param byClass by the name of the class, such as {@code auth-login}; every class is there
 */
public record SettingsForRates(Map<String, Rate> byClass) {

  /** On machines of developers, where everything comes from one address. */
  static final Map<String, String> GENEROUS =
      Map.of(
          "address", "1000000/60s",
          "auth-login", "6000/60s",
          "auth-register", "6000/60s",
          "auth-mail", "6000/60s",
          "webhook", "600000/60s",
          "search", "600000/60s",
          "book", "6000/60s",
          "admin", "60000/60s",
          "read", "600000/60s",
          "write", "60000/60s");

  static final Map<String, String> LIVE =
      Map.of(
          "address", "3000/60s",
          "auth-login", "20/60s",
          "auth-register", "20/1h",
          "auth-mail", "5/1h",
          "webhook", "3000/60s",
          "search", "120/60s",
          "book", "30/60s",
          "admin", "300/60s",
          "read", "600/60s",
          "write", "120/60s");

  private static final Pattern LIMIT = Pattern.compile("([1-9]\\d{0,6})/([1-9]\\d{0,4})([smh])");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  /** So many requests in such a time. */
  public record Rate(int quota, Duration window) {}

  static SettingsForRates read(SettingsReader reader, Profile profile) {
    Map<String, String> texts = new LinkedHashMap<>(profile == Profile.PROD ? LIVE : GENEROUS);
    reader.given(Setting.RATE_LIMITS).ifPresent(text -> replace(reader, texts, text.strip()));
    Map<String, Rate> rates = new LinkedHashMap<>();
    texts.forEach((name, text) -> rates.put(name, rate(reader, name, text)));
    return new SettingsForRates(Map.copyOf(rates));
  }

  private static void replace(SettingsReader reader, Map<String, String> texts, String given) {
    for (String part : COMMA.split(given, -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length == 2 && texts.containsKey(pair[0])) {
        texts.put(pair[0], pair[1]);
      } else {
        reader.refuse("MERCAT_RATE_LIMITS: no class of requests has the limit %s.".formatted(part));
      }
    }
  }

  private static Rate rate(SettingsReader reader, String name, String text) {
    Matcher limit = LIMIT.matcher(text);
    if (!limit.matches()) {
      reader.refuse("MERCAT_RATE_LIMITS: %s=%s must be like 30/60s.".formatted(name, text));
      return new Rate(1, Duration.ofSeconds(1));
    }
    long count = Long.parseLong(limit.group(2));
    Duration window =
        switch (limit.group(3)) {
          case "h" -> Duration.ofHours(count);
          case "m" -> Duration.ofMinutes(count);
          default -> Duration.ofSeconds(count);
        };
    return new Rate(Integer.parseInt(limit.group(1)), window);
  }
}
