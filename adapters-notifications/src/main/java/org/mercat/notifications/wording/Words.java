package org.mercat.notifications.wording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mercat.domain.notification.Language;

/** The sentences of one language, from its file of properties; a gap is filled by its name. */
final class Words {

  private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

  private final Properties sentences = new Properties();
  private final DateTimeFormatter time;

  Words(Language language) {
    var file = language.name().toLowerCase(Locale.ROOT) + ".properties";
    try (var stream = Words.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + file);
      }
      sentences.load(new InputStreamReader(stream, UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    time = DateTimeFormatter.ofPattern(sentence("time"), language.locale());
  }

  /**
   * A sentence with its gaps filled.
   *
   * @throws IllegalStateException if there is no such sentence, or nothing for one of its gaps
   */
  String say(String key, Map<String, String> values) {
    return GAP.matcher(sentence(key)).replaceAll(gap -> quoted(key, gap.group(1), values));
  }

  /** A point in time, to the minute, in UTC. */
  String say(Instant instant) {
    return time.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** A length of time in whole hours where it has such, in minutes otherwise. */
  String say(Duration duration) {
    var unit = duration.toMinutes() % 60 == 0 ? "hour" : "minute";
    var count = unit.equals("hour") ? duration.toHours() : duration.toMinutes();
    return say(unit + (count == 1 ? ".one" : ".many"), Map.of("count", Long.toString(count)));
  }

  /** The names of all sentences, in order. */
  Set<String> keys() {
    return new TreeSet<>(sentences.stringPropertyNames());
  }

  private String sentence(String key) {
    var sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new IllegalStateException("no words for " + key);
    }
    return sentence;
  }

  private static String quoted(String key, String gap, Map<String, String> values) {
    var value = values.get(gap);
    if (value == null) {
      throw new IllegalStateException("nothing for {" + gap + "} in " + key);
    }
    return Matcher.quoteReplacement(value);
  }
}
