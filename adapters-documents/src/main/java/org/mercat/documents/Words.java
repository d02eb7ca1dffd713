package org.mercat.documents;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.mercat.domain.notification.Language;

/** The words of a paper in one language. */
final class Words {

  private final Locale locale;
  private final Properties words = new Properties();

  Words(Language language) {
    locale = language.locale();
    var file = locale.getLanguage() + ".properties";
    try (var source = Words.class.getResourceAsStream(file)) {
      if (source == null) {
        throw new IllegalStateException("no words in " + file);
      }
      words.load(new InputStreamReader(source, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Locale locale() {
    return locale;
  }

  String of(String key) {
    return Optional.ofNullable(words.getProperty(key))
        .orElseThrow(() -> new IllegalStateException("no words for " + key));
  }

  String of(Enum<?> word) {
    return of(word.getDeclaringClass().getSimpleName() + "." + word.name());
  }
}
