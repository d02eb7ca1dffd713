package org.mercat.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The database keeps instants and names of zones; what clocks show there is not its matter. */
class TimeZoneSourcesTest {

  private static final Pattern CLOCK_OF_THE_DATABASE =
      Pattern.compile(
          "(?i:\\bat\\s+time\\s+zone\\b)|\\btimezone\\s*\\(|(?i:\\bdate_trunc\\s*\\()"
              + "|(?i:\\bcurrent_date\\b)");

  @Test
  void no_statement_asks_the_database_what_a_clock_shows() throws IOException {
    var module = Sources.ROOT.resolve("adapters-persistence");
    var texts = new TreeMap<>(Sources.product(module));
    texts.putAll(Sources.texts(module.resolve(Path.of("src", "main", "resources")), ".sql"));

    assertThat(texts).hasSizeGreaterThan(100);
    assertThat(texts.values()).noneMatch(text -> CLOCK_OF_THE_DATABASE.matcher(text).find());
  }
}
